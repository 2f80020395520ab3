package io.streamgauge.twitch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: half a second, doubled each time up to 16 s, give or take half. */
final class Backoff {

    private static final long FIRST_MILLIS = 500;
    private static final int LAST_DOUBLING = 5;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures how often it has failed so far, from 1 */
    Duration after(int failures) {
        long middle = FIRST_MILLIS << Math.min(failures - 1, LAST_DOUBLING);
        return Duration.ofMillis(Math.round(middle * (0.5 + random.nextDouble())));
    }
}
