package io.streamgauge.analytics;

import java.time.Duration;
import java.util.List;

/**
 * What is usual at each hour of the week within a period: what all its Mondays from 00:00 to 01:00 have in common, and so on.
 *
 * @param zone whose weekdays and hours they are
 * @param hours the 168 of them, Monday's first; none where the period has not begun
 */
public record HoursOfWeek(Meta meta, String zone, List<Hour> hours) {

    /** A quarter of a year; what is usual is better known from the newest weeks than from all. */
    public static final Duration LONGEST = Duration.ofDays(92);

    /**
     * One hour of the week. All figures are null where nothing of it was observed.
     *
     * @param weekday 1 is Monday, 7 Sunday
     * @param hour when it begins, 0 to 23
     * @param coverage observed share of these hours in the part of the period that has passed, 0 to 1; 0 where the period holds
     *     none
     * @param averageViewers of all channels together, over the observed time; of a single channel over the time that it was live,
     *     null where it was not
     * @param averageChannels null for a single channel
     * @param onAir share of the observed time that a single channel was live, 0 to 1; null for anything else
     * @param entry8 viewers of a category's 8th largest channel on average, counting 0 while it has fewer: with more one stands
     *     among the first 8. Null for anything else than a category, and where observations that tell are no longer kept
     * @param entry30 and {@code entry100}: likewise
     */
    public record Hour(
            int weekday,
            int hour,
            double coverage,
            Double averageViewers,
            Double averageChannels,
            Double onAir,
            Double entry8,
            Double entry30,
            Double entry100) {}
}
