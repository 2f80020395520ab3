package io.streamgauge.twitch;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer's headers say about the bucket of points.
 *
 * @param limit points in a full bucket
 * @param remaining points left
 * @param reset when the bucket is full again
 */
record RateLimit(OptionalLong limit, OptionalLong remaining, Optional<Instant> reset) {

    static RateLimit of(HttpHeaders headers) {
        OptionalLong reset = number(headers, "Ratelimit-Reset");
        return new RateLimit(
                number(headers, "Ratelimit-Limit"),
                number(headers, "Ratelimit-Remaining"),
                reset.isPresent() ? Optional.of(Instant.ofEpochSecond(reset.getAsLong())) : Optional.empty());
    }

    boolean isStated() {
        return limit.isPresent() && remaining.isPresent();
    }

    boolean hasPointsLeft() {
        return remaining.orElse(0) > 0;
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        String text = headers.firstValue(name).orElse("");
        return text.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
