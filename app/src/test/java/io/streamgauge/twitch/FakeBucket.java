package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A bucket of points as Twitch keeps it, which states a refill of its whole limit a minute whatever the real one is. */
final class FakeBucket {

    private final int limit;
    private final double refillPerSecond;
    private final Clock clock;
    private final boolean honest;
    private double points;
    private double statedPoints;
    private Instant filledAt;
    private int callsToRefusal = Integer.MAX_VALUE;
    private int calls;

    /** A bucket that tells the points it has. */
    FakeBucket(int limit, double refillPerMinute, Clock clock) {
        this(limit, refillPerMinute, clock, true);
    }

    private FakeBucket(int limit, double refillPerMinute, Clock clock, boolean honest) {
        this.limit = limit;
        this.refillPerSecond = refillPerMinute / 60;
        this.clock = clock;
        this.honest = honest;
        this.points = limit;
        this.statedPoints = limit;
        this.filledAt = clock.instant();
    }

    /** A bucket that tells the points it would have if it refilled as stated. */
    static FakeBucket slowerThanItSays(int limit, double refillPerMinute, Clock clock) {
        return new FakeBucket(limit, refillPerMinute, clock, false);
    }

    /** Refuses one of so many calls, whatever points are left. */
    FakeBucket givenARefusalEvery(int calls) {
        callsToRefusal = calls;
        return this;
    }

    /** Another process takes points. */
    synchronized FakeBucket givenLeft(int left) {
        points = left;
        statedPoints = left;
        return this;
    }

    /** The reply, or a 429 in its place where there is no point left, with the headers of the limit. */
    synchronized Reply pass(Reply reply) {
        Instant now = clock.instant();
        double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
        points = Math.min(limit, points + seconds * refillPerSecond);
        statedPoints = Math.min(limit, statedPoints + seconds * limit / 60);
        filledAt = now;
        boolean passes = points >= 1 && ++calls % callsToRefusal != 0;
        points -= passes ? 1 : 0;
        statedPoints -= passes ? 1 : 0;
        double told = honest ? points : statedPoints;
        long secondsToFull = (long) Math.ceil((limit - told) * 60 / limit);
        return (passes ? reply : Reply.error(429, "Too Many Requests", ""))
                .with("Ratelimit-Limit", limit)
                .with("Ratelimit-Remaining", (long) told)
                .with("Ratelimit-Reset", now.getEpochSecond() + secondsToFull);
    }
}
