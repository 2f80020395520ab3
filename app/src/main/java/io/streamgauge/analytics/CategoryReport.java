package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All about one category over a period.
 *
 * @param metadata what Helix and IGDB tell of it, empty where it was not asked for yet
 * @param summary empty where no channel streamed in it in the period
 * @param rank its place among all categories by hours watched, empty likewise
 * @param channels the most watched ones in it, at most {@value #CHANNELS}
 * @param languages by hours watched, most first
 */
public record CategoryReport(
        Meta meta,
        Identity identity,
        Optional<GameFacts> metadata,
        Optional<Summary> summary,
        Optional<ChannelReport.Rank> rank,
        List<Ranking.Channel> channels,
        List<Language> languages,
        List<Point> series) {

    public static final int CHANNELS = 100;

    /**
     * Which category it is.
     *
     * @param categoryId empty for the category "(none)"
     * @param name the newest one seen
     * @param formerNames other names that it carried, the newest first
     */
    public record Identity(
            String categoryId, String name, List<String> formerNames, Instant firstSeenAt, Instant lastSeenAt) {}

    /**
     * Figures of a period; averages and peaks are of the sum over its channels.
     *
     * @param viewersPerChannel viewer-seconds / live seconds
     * @param share of the platform's viewer-seconds, 0 to 1
     * @param topShare10 share of its own viewer-seconds that its ten most watched channels hold, 0 to 1
     * @param broadcastsStarted of those that were in it when they were first seen; null where the observations that tell are no
     *     longer kept
     */
    public record Summary(
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            Instant peakAt,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share,
            double topShare10,
            Long broadcastsStarted) {}

    /**
     * One language's part.
     *
     * @param share of the category's viewer-seconds, 0 to 1
     * @param broadcastsStarted as for the category
     */
    public record Language(
            String language,
            double hoursWatched,
            long viewerSeconds,
            double airtimeHours,
            long uniqueChannels,
            double share,
            Long broadcastsStarted) {}

    /** The category from {@code at} until {@code until}; unobserved, or without a channel, between points that do not touch. */
    public record Point(Instant at, Instant bridgedFrom, Instant until, long viewers, long channels) {

        static Point of(Held held, Row row) {
            return new Point(
                    held.at(), held.bridgedFrom(), held.until(), row.number("viewers"), row.number("channels"));
        }
    }
}
