package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.web.page.MomentWords;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request that cannot be answered, with the words that its sender reads. */
final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private RefusedRequest(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    static RefusedRequest badParameter(String name, String found, String expected) {
        return new RefusedRequest(
                400, "Bad parameter", "Parameter '" + name + "' is '" + shortened(found) + "', expected " + expected);
    }

    static RefusedRequest badRequest(String detail) {
        return new RefusedRequest(400, "Bad parameter", detail);
    }

    static RefusedRequest notFound(String detail) {
        return new RefusedRequest(404, "Not found", detail);
    }

    static RefusedRequest unknownChannel(String idOrLogin) {
        return notFound("No channel with id or login '" + shortened(idOrLogin) + "' was ever seen");
    }

    static RefusedRequest unknownBroadcast(String id, String channel, Optional<Instant> at) {
        String time = at.map(moment -> "around " + moment)
                .orElse("in the newest " + Analytics.BROADCASTS_WITHOUT_TIME.toDays()
                        + " days; of an earlier one, parameter 'at' says when it was");
        return notFound("No broadcast with id '" + id + "' of a channel with id or login '" + shortened(channel)
                + "' was seen " + time);
    }

    static RefusedRequest unknownCategory(String id) {
        return notFound("No category with id '" + shortened(id) + "' was ever seen");
    }

    static RefusedRequest unknownLabel(LabelKind kind, String id) {
        return notFound("No category with a " + kind.text() + " of id '" + shortened(id) + "' is known");
    }

    static RefusedRequest noSnapshot(Instant at, Around around, Instant now) {
        String nearest = Stream.of(around.previous(), around.next())
                .flatMap(Optional::stream)
                .map(Instant::toString)
                .collect(Collectors.joining(" and "));
        return notFound(MomentWords.absence(at, around, now) + (nearest.isEmpty() ? "" : " Nearest: " + nearest));
    }

    static RefusedRequest loginMissing() {
        return new RefusedRequest(401, "Login missing", "A user and a password are expected, by HTTP's basic way");
    }

    static RefusedRequest tooMany(long seconds) {
        return new RefusedRequest(
                429,
                "Too many requests",
                "Too many requests came from this address; the next one passes in " + seconds + " s");
    }

    static RefusedRequest notAcceptable(String detail) {
        return new RefusedRequest(406, "Not acceptable", detail);
    }

    static RefusedRequest notReady(String detail) {
        return new RefusedRequest(503, "Not ready", detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
