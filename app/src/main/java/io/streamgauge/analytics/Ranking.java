package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;

/**
 * One stretch of a ranking.
 *
 * @param total rows in the whole ranking
 * @param viewerSeconds viewer-seconds of all rows together, the base of each row's share
 */
public record Ranking<T>(Meta meta, List<T> rows, long total, long viewerSeconds) {

    /** A channel's figures over the period. */
    public record Channel(
            long rank,
            String channelId,
            String login,
            String name,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double airtimeHours) {}

    /**
     * A category's figures over the period; average and peak are of the sum over its channels.
     *
     * @param uniqueChannels null where it is not kept and would take long to count: for some periods of more than three days
     *     that are neither a calendar week or month nor a window that ends with the newest snapshot
     * @param viewersPerChannel viewer-seconds / live seconds
     * @param share of the platform's viewer-seconds, 0 to 1, whatever the ranking is narrowed to
     */
    public record Category(
            long rank,
            String categoryId,
            String name,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            Long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share) {}

    /**
     * A language's figures over the period, by its code as Twitch gives it; as for a category.
     *
     * @param broadcastsStarted of those that showed the language when they were first seen; null where the observations that tell
     *     are no longer kept
     */
    public record Language(
            long rank,
            String language,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share,
            Long broadcastsStarted) {}

    /**
     * The figures of a genre, theme, mode or release age over the period; average and peak are of the sum over its categories. A
     * category with several of a kind counts in each.
     *
     * @param labelId IGDB's, of ages their place from the youngest on; 0 for the categories without any
     * @param uniqueChannels each counted once; null where it would take long to count, and for ages
     * @param viewersPerChannel viewer-seconds / live seconds
     * @param share of the platform's viewer-seconds, 0 to 1; those of all genres, themes or modes can add up to more than 1, those of
     *     all ages add up to 1
     */
    public record Label(
            long rank,
            long labelId,
            String name,
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
}
