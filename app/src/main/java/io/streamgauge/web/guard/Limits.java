package io.streamgauge.web.guard;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much is answered.
 *
 * @param requestsPerMinute of one client's address, empty for any number
 * @param loopback whether they count for clients on this machine
 * @param requestTime after which an answer that is still being computed is given up
 */
public record Limits(OptionalInt requestsPerMinute, Loopback loopback, Duration requestTime) {

    /** What holds for clients on this machine. */
    public enum Loopback {
        EXEMPT,
        LIMITED
    }

    public static final Limits USUAL = new Limits(OptionalInt.of(600), Loopback.EXEMPT, Duration.ofSeconds(30));

    public Limits {
        if (requestsPerMinute.isPresent() && requestsPerMinute.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "At least one request a minute must be let through, found " + requestsPerMinute.getAsInt());
        }
        if (requestTime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A request must be given at least a second, found " + requestTime);
        }
    }
}
