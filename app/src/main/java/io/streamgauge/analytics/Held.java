package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * The part of a snapshot's reach that lies inside a span.
 *
 * @param bridgedFrom where bridged time begins, or null where there is none
 */
record Held(Instant at, Instant bridgedFrom, Instant until) {

    static Held within(Span span, Instant snapshotAt, Instant sampledUntil, Instant reachesUntil) {
        Instant at = later(snapshotAt, span.from());
        Instant until = reachesUntil.isBefore(span.to()) ? reachesUntil : span.to();
        Instant bridged = later(sampledUntil, at);
        return new Held(at, bridged.isBefore(until) ? bridged : null, until);
    }

    long seconds() {
        return Duration.between(at, until).toSeconds();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
