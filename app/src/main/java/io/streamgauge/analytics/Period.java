package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time {@code [from, to)}, to the second. */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period must end after it begins, found from " + from + " to " + to);
        }
    }

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }

    /** The period of the same length directly before this one. */
    public Period before() {
        return new Period(from.minusSeconds(seconds()), from);
    }
}
