package io.streamgauge.twitch;

import java.time.Duration;

/** Lets time pass, on the same clock as the {@link java.time.Clock} handed over beside it. */
@FunctionalInterface
public interface Waiter {

    void await(Duration time) throws InterruptedException;

    /** Waits in real time. */
    static Waiter real() {
        return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    }
}
