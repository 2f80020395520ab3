package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Games that were first released within a period, with their first weeks: seven UTC days each, from the day of the release on. Those
 * weeks are told as far as they have passed, also beyond the period's end.
 *
 * @param rows by hours watched in those weeks, most first
 * @param total how many of them were watched at all
 */
public record Releases(Meta meta, List<Row> rows, long total) {

    public static final Duration LONGEST = Duration.ofDays(400);

    /** The most games at once. */
    public static final int MOST = 100;

    /** The weeks that are told of each. */
    public static final int WEEKS = 8;

    /**
     * One game.
     *
     * @param firstReleaseAt as IGDB has it
     * @param hoursWatched of the weeks together
     * @param peakViewers the highest of the weeks
     * @param days hours watched of each day since the release, the day of the release first; null where nothing of it was observed,
     *     and only as far as days have passed or are under way
     */
    public record Row(
            long rank,
            String categoryId,
            String name,
            Instant firstReleaseAt,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            List<Week> weeks,
            List<Double> days) {}

    /**
     * One of the weeks that have begun.
     *
     * @param week from 1
     * @param isOver whether all of it has passed; if not, figures are those so far
     * @param averageViewers over the time of it that was observed, null where none was
     * @param coverage what part of it, as far as it has passed, was observed, 0 to 1
     */
    public record Week(
            long week,
            Instant from,
            Instant to,
            boolean isOver,
            double hoursWatched,
            long viewerSeconds,
            Double averageViewers,
            long peakViewers,
            double coverage) {}
}
