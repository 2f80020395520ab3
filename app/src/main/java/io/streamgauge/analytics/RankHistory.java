package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;

/**
 * The place of a channel or category by hours watched on each UTC day that a period touches.
 *
 * @param days the earliest first; those of which nothing is known are left out
 */
public record RankHistory(Meta meta, List<Day> days) {

    /** Of channels so many are ranked by day. */
    public static final int CHANNELS = 1000;

    /**
     * @param from and {@code to}: the day; where it is not over yet, its rank is that of the part that has passed
     * @param rank null where nobody streamed in the category, where the channel was not on air, and where it was not among the
     *     first {@value #CHANNELS}
     * @param hoursWatched null where the rank is
     */
    public record Day(Instant from, Instant to, Long rank, Double hoursWatched) {}
}
