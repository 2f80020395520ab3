package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All about one genre, theme or mode over a period.
 *
 * @param summary empty where nobody streamed in any of its categories
 * @param rank its place among its kind by hours watched, empty likewise
 * @param categories the most watched ones, at most {@value #CATEGORIES}
 * @param categoriesWatched how many of its categories were watched
 * @param grain what a point of the series is: a snapshot up to nine days, a UTC day beyond
 */
public record LabelReport(
        Meta meta,
        Identity identity,
        Optional<Summary> summary,
        Optional<ChannelReport.Rank> rank,
        List<Ranking.Category> categories,
        long categoriesWatched,
        String grain,
        List<Point> series) {

    public static final int CATEGORIES = 100;

    /** Over longer periods the series is one of days. */
    public static final Duration LONGEST_BY_SNAPSHOT = Duration.ofDays(9);

    /**
     * Which one it is.
     *
     * @param kind {@code genre}, {@code theme}, {@code mode} or {@code age}
     * @param id IGDB's, 0 for the categories without any
     */
    public record Identity(String kind, long id, String name) {}

    /** Figures of a period, as {@link Ranking.Label} has them. */
    public record Summary(
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            Instant peakAt,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            Long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share) {}

    /**
     * Viewers and channels from {@code at} until {@code until}, of a day on average; unobserved between points that do not touch.
     *
     * @param bridgedFrom where bridged time begins, null where there is none and for days
     */
    public record Point(Instant at, Instant bridgedFrom, Instant until, double viewers, double channels) {}
}
