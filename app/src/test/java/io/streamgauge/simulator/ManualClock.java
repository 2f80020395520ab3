package io.streamgauge.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when it is told to. */
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> time;

    public ManualClock(String time) {
        this.time = new AtomicReference<>(Instant.parse(time));
    }

    public void advance(Duration by) {
        time.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return time.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
