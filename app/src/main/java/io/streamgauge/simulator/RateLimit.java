package io.streamgauge.simulator;

/** A bucket of points that refills continuously; one call takes one point. */
public record RateLimit(int points, double pointsPerSecond) {
    /** What Twitch's documentation shows. */
    public static final RateLimit TWITCH = new RateLimit(800, 800 / 60.0);

    public static final RateLimit OFF = new RateLimit(0, 1);

    public RateLimit {
        if (points < 0) {
            throw new IllegalArgumentException("A rate limit has 0 (off) or more points, not " + points);
        }
        if (!(pointsPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "A rate limit refills by more than 0 points a second, not by " + pointsPerSecond);
        }
    }

    boolean isOff() {
        return points == 0;
    }
}
