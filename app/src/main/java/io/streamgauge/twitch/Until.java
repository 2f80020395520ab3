package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A moment after which no call begins. A wait that would last longer fails at once. */
final class Until implements Waiter {

    private final Instant end;
    private final Clock clock;
    private final Waiter waiter;

    Until(Instant end, Clock clock, Waiter waiter) {
        this.end = end;
        this.clock = clock;
        this.waiter = waiter;
    }

    @Override
    public void await(Duration time) throws InterruptedException {
        // written so that a moment that never comes does not overflow
        if (time.compareTo(left()) > 0) {
            throw over();
        }
        waiter.await(time);
    }

    void requireLeft() {
        if (left().isZero()) {
            throw over();
        }
    }

    private Duration left() {
        Instant now = clock.instant();
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    private TwitchException over() {
        return new TwitchException(
                TwitchException.Kind.OUT_OF_TIME, 0, "The time for asking Twitch was over at " + end);
    }
}
