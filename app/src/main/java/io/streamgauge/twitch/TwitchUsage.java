package io.streamgauge.twitch;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client has spent since it was opened.
 *
 * @param calls calls to Helix by outcome, sorted: the status, {@code unreadable} for a 200 whose body was none, or
 *     {@code unreachable}
 * @param throttled time that calls waited for the rate limit, added up over calls that waited at once
 */
public record TwitchUsage(Map<String, Integer> calls, Duration throttled) {

    public TwitchUsage {
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
    }

    /**
     * What the calls cost: a point for every call but those that the limit refused. A call without an answer counts, since it
     * may have been charged.
     */
    public int points() {
        return calls.values().stream().mapToInt(Integer::intValue).sum() - calls.getOrDefault("429", 0);
    }

    /** What was spent since an earlier look. */
    public TwitchUsage since(TwitchUsage earlier) {
        Map<String, Integer> difference = new TreeMap<>(calls);
        earlier.calls.forEach((outcome, count) -> difference.merge(outcome, -count, Integer::sum));
        difference.values().removeIf(count -> count == 0);
        return new TwitchUsage(difference, throttled.minus(earlier.throttled));
    }
}
