package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A bucket of points as Twitch keeps it, which states a refill of its whole limit a minute whatever the real one is. */
final class FakeBucket {

    private final int limit;
    private final double refillPerSecond;
    private final Clock clock;
    private double points;
    private Instant filledAt;

    FakeBucket(int limit, double refillPerMinute, Clock clock) {
        this.limit = limit;
        this.refillPerSecond = refillPerMinute / 60;
        this.clock = clock;
        this.points = limit;
        this.filledAt = clock.instant();
    }

    /** The reply, or a 429 in its place where there is no point left, with the headers of the limit. */
    synchronized Reply pass(Reply reply) {
        Instant now = clock.instant();
        points = Math.min(limit, points + Duration.between(filledAt, now).toNanos() / 1e9 * refillPerSecond);
        filledAt = now;
        boolean passes = points >= 1;
        points -= passes ? 1 : 0;
        long secondsToFull = (long) Math.ceil((limit - points) * 60 / limit);
        return (passes ? reply : Reply.error(429, "Too Many Requests", ""))
                .with("Ratelimit-Limit", limit)
                .with("Ratelimit-Remaining", (long) points)
                .with("Ratelimit-Reset", now.getEpochSecond() + secondsToFull);
    }
}
