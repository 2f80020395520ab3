package io.streamgauge.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The points of one client: those that it has, and those that it is told. */
final class Bucket {
    /** That of 600 a minute to the 800 that were told. */
    private static final double SLOW = 0.75;

    private final RateLimit limit;
    private final Clock clock;
    private double points;
    private double told;
    private long filledAt;

    Bucket(RateLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.points = limit.points();
        this.told = limit.points();
        this.filledAt = clock.millis();
    }

    /** @param resetAt the second at which the bucket is full again */
    record Level(int points, int remaining, long resetAt) {
        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Ratelimit-Limit", Integer.toString(points));
            headers.put("Ratelimit-Remaining", Integer.toString(remaining));
            headers.put("Ratelimit-Reset", Long.toString(resetAt));
            return headers;
        }
    }

    /** @param taken whether there was a point to take */
    record Drop(boolean taken, Level level) {}

    /** What would be told now. */
    synchronized Level level() {
        long now = clock.millis();
        return level(now, toldAt(now));
    }

    /** @param slow whether the bucket has refilled more slowly than it tells */
    synchronized Drop take(boolean slow) {
        long now = clock.millis();
        double refilled = secondsUntil(now) * limit.pointsPerSecond() * SLOW;
        told = toldAt(now);
        points = slow ? Math.min(told, points + refilled) : told;
        filledAt = now;
        boolean taken = points >= 1;
        if (taken) {
            points -= 1;
            told -= 1;
        }
        return new Drop(taken, level(now, told));
    }

    synchronized Level drain() {
        points = 0;
        told = 0;
        filledAt = clock.millis();
        return level(filledAt, told);
    }

    private double toldAt(long now) {
        return Math.min(limit.points(), told + secondsUntil(now) * limit.pointsPerSecond());
    }

    private double secondsUntil(long now) {
        return Math.max(0, now - filledAt) / 1000.0;
    }

    private Level level(long now, double remaining) {
        double fullAt = now / 1000.0 + (limit.points() - remaining) / limit.pointsPerSecond();
        return new Level(limit.points(), (int) remaining, (long) Math.ceil(fullAt));
    }
}
