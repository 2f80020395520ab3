package io.streamgauge.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The points of one client. */
final class Bucket {
    private final RateLimit limit;
    private final Clock clock;
    private double points;
    private long filledAt;

    Bucket(RateLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.points = limit.points();
        this.filledAt = clock.millis();
    }

    /** @param taken whether there was a point to take */
    record Drop(boolean taken, Map<String, String> headers) {}

    synchronized Drop take() {
        long now = clock.millis();
        double refilled = Math.max(0, now - filledAt) / 1000.0 * limit.pointsPerSecond();
        points = Math.min(limit.points(), points + refilled);
        filledAt = now;
        boolean taken = points >= 1;
        if (taken) {
            points -= 1;
        }
        double fullAt = now / 1000.0 + (limit.points() - points) / limit.pointsPerSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Ratelimit-Limit", Integer.toString(limit.points()));
        headers.put("Ratelimit-Remaining", Integer.toString((int) points));
        headers.put("Ratelimit-Reset", Long.toString((long) Math.ceil(fullAt)));
        return new Drop(taken, headers);
    }
}
