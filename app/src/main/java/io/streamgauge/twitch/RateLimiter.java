package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The bucket of points as this side knows it, shared by all calls of one client id. It refills by Twitch's rule (the whole
 * bucket in a minute) and is corrected downward, never upward, by what the headers say, calls under way taken off. Before
 * the first answer the documented bucket of 800 stands; a service that states no limit has none.
 */
final class RateLimiter {

    private static final double DOCUMENTED_LIMIT = 800;
    private static final double REFILL_SECONDS = 60;
    private static final Duration SHORTEST_CLOSURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSURE = Duration.ofSeconds(90);

    private final Clock clock;
    private final Waiter waiter;

    private boolean limited = true;
    private double limit = DOCUMENTED_LIMIT;
    private double points = DOCUMENTED_LIMIT;
    private Instant refilledAt;
    private Instant closedUntil = Instant.MIN;
    private int underWay;
    private Duration throttled = Duration.ZERO;

    RateLimiter(Clock clock, Waiter waiter) {
        this.clock = clock;
        this.waiter = waiter;
        this.refilledAt = clock.instant();
    }

    /** Takes a point, waiting for it if need be. Each call ends with {@link #answered} or {@link #unanswered}. */
    void acquire() throws InterruptedException {
        for (Duration wait = take(); !wait.isZero(); wait = take()) {
            pause(wait);
        }
    }

    synchronized void answered(Answer answer) {
        underWay--;
        RateLimit stated = answer.rateLimit();
        if (stated.isStated()) {
            refill();
            limit = Math.max(1, stated.limit().getAsLong());
            double left = stated.remaining().getAsLong() - (double) underWay;
            points = limited ? Math.min(points, left) : left;
            limited = true;
        } else if (answer.isOk()) {
            limited = false;
        }
    }

    synchronized void unanswered() {
        underWay--;
    }

    /**
     * Lets no call pass until then. A time that the service's clock and this one cannot agree on is cut to what a bucket
     * can take to fill.
     */
    synchronized void closeUntil(Instant reset) {
        Instant now = clock.instant();
        Instant earliest = now.plus(SHORTEST_CLOSURE);
        Instant latest = now.plus(LONGEST_CLOSURE);
        closedUntil = reset.isBefore(earliest) ? earliest : reset.isAfter(latest) ? latest : reset;
    }

    /** A wait that the limit is the reason for. */
    void pause(Duration wait) throws InterruptedException {
        Instant start = clock.instant();
        try {
            waiter.await(wait);
        } finally {
            count(Duration.between(start, clock.instant()));
        }
    }

    synchronized Duration throttled() {
        return throttled;
    }

    private synchronized void count(Duration waited) {
        throttled = throttled.plus(waited);
    }

    /** Zero when the point is taken, else how long to wait before asking again. */
    private synchronized Duration take() {
        Instant now = refill();
        if (now.isBefore(closedUntil)) {
            return Duration.between(now, closedUntil);
        }
        if (limited && points < 1) {
            double seconds = (1 - points) * REFILL_SECONDS / limit;
            return Duration.ofNanos((long) Math.ceil(seconds * 1e9) + 1);
        }
        points -= 1;
        underWay++;
        return Duration.ZERO;
    }

    private Instant refill() {
        Instant now = clock.instant();
        if (now.isAfter(refilledAt)) {
            double seconds = Duration.between(refilledAt, now).toNanos() / 1e9;
            points = Math.min(limit, points + seconds * limit / REFILL_SECONDS);
        }
        refilledAt = now;
        return now;
    }
}
