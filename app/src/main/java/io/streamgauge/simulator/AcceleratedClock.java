package io.streamgauge.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that starts at a time of choice and runs faster or slower than another. */
public final class AcceleratedClock extends Clock {
    private final Clock base;
    private final Instant baseStart;
    private final Instant start;
    private final double factor;

    private AcceleratedClock(Clock base, Instant baseStart, Instant start, double factor) {
        this.base = base;
        this.baseStart = baseStart;
        this.start = start;
        this.factor = factor;
    }

    /** @param factor seconds of this clock for each second of the base */
    public static AcceleratedClock of(Clock base, Instant start, double factor) {
        if (!(factor > 0) || factor > 100_000) {
            throw new IllegalArgumentException(
                    "A clock runs more than 0 and at most 100000 times as fast, not " + factor);
        }
        return new AcceleratedClock(base, base.instant(), start, factor);
    }

    @Override
    public Instant instant() {
        long passed = Duration.between(baseStart, base.instant()).toMillis();
        return start.plusMillis((long) (passed * factor));
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AcceleratedClock(base.withZone(zone), baseStart, start, factor);
    }
}
