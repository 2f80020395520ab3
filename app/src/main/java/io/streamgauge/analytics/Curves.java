package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hours watched over time of the channels or categories of a ranking, in the whole UTC hours or days that a period touches.
 *
 * @param grain hours up to three days, days beyond
 * @param at when each step begins, the earliest first
 * @param rows one for each of the ranking, in the same order
 */
public record Curves(Meta meta, String grain, List<Instant> at, List<Row> rows) {

    /** Longer periods are not looked at. */
    public static final Duration LONGEST = Duration.ofDays(92);

    /** The most channels or categories at once. */
    public static final int MOST = 100;

    /** @param hoursWatched one for each step, null where nothing of it was observed */
    public record Row(String id, List<Double> hoursWatched) {}
}
