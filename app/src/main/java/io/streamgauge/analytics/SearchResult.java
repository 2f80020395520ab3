package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;

/** Channels and categories whose name starts with or contains a text, the ones that start with it first. */
public record SearchResult(Meta meta, List<Channel> channels, List<Category> categories) {

    public record Channel(String channelId, String login, String name, Instant lastSeenAt) {}

    public record Category(String categoryId, String name, Instant lastSeenAt) {}
}
