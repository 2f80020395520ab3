package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;

/** The whole platform over a period: one summary and a series. */
public record Totals(Meta meta, Summary summary, List<Point> series) {

    /**
     * Figures of a period; averages and peaks are null where nothing was observed.
     *
     * @param hoursWatched viewer-hours
     * @param viewerSeconds viewer-seconds, exact
     * @param broadcastsStarted null also where the observations that tell are no longer kept
     * @param topShare10 share of the viewer-seconds that the ten most watched channels hold, 0 to 1; null where nothing was
     *     watched
     * @param viewerYears the hours watched in years of 365.25 days
     */
    public record Summary(
            double hoursWatched,
            long viewerSeconds,
            Long peakViewers,
            Instant peakAt,
            Double averageViewers,
            Double averageChannels,
            Long peakChannels,
            long uniqueChannels,
            Long broadcastsStarted,
            Double topShare10,
            Double topShare100,
            Double topShare1000,
            double viewerYears) {

        private static final double HOURS_IN_A_YEAR = 8_766;

        /** What a number of hours watched is in years. */
        public static double years(double hoursWatched) {
            return hoursWatched / HOURS_IN_A_YEAR;
        }
    }

    /**
     * The state from {@code at} on: at one snapshot, or the average over an hour or a day.
     *
     * @param bridgedFrom where the snapshot's sampled time ends and bridged time begins, or null
     * @param until where what was seen at {@code at} stops to hold; a gap follows unless the next point begins there
     */
    public record Point(
            Instant at, Instant bridgedFrom, Instant until, double viewers, double channels, double categories) {}
}
