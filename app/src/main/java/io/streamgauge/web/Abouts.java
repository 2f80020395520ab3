package io.streamgauge.web;

import io.streamgauge.analytics.About;
import java.util.Optional;

/** Reads from a request what it asks about: a category, a channel, or neither. */
final class Abouts {

    private Abouts() {}

    static About of(Parameters parameters) {
        Optional<String> category = parameters.text(ApiParameter.ONE_CATEGORY.text());
        Optional<String> channel = parameters.text(ApiParameter.ONE_CHANNEL.text());
        if (category.isPresent() && channel.isPresent()) {
            throw RefusedRequest.badRequest("A category and a channel are given, expected one of them or none");
        }
        Optional<About> about = category.map(segment -> new About.Category(CategoryAddress.id(segment)));
        return about.or(() -> channel.map(About.Channel::new)).orElseGet(About.Platform::new);
    }

    static RefusedRequest unknown(About about) {
        if (about instanceof About.Channel channel) {
            return RefusedRequest.unknownChannel(channel.idOrLogin());
        }
        if (about instanceof About.Category category) {
            return RefusedRequest.unknownCategory(category.id());
        }
        return RefusedRequest.notFound("Nothing is known of the platform");
    }
}
