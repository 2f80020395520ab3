package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All about one channel over a period.
 *
 * @param summary empty where the channel was not seen live in the period
 * @param rank its place among all channels by hours watched; empty likewise, and over more than a week for a channel too small
 *     to be placed without counting everybody
 */
public record ChannelReport(
        Meta meta,
        Identity identity,
        Optional<Summary> summary,
        Optional<Rank> rank,
        List<CategoryPlayed> categories,
        List<Broadcast> broadcasts,
        List<Sitting> sittings,
        List<Point> series) {

    /**
     * Who the channel is: its newest names, and when it was first and last seen live.
     *
     * @param formerNames other names that it carried, the newest first
     */
    public record Identity(
            String channelId,
            String login,
            String name,
            List<String> formerNames,
            Instant firstSeenAt,
            Instant lastSeenAt) {

        Identity knownAs(List<String> former) {
            return new Identity(channelId, login, name, former, firstSeenAt, lastSeenAt);
        }
    }

    /** @param broadcastsStarted broadcasts that say that they began within the period */
    public record Summary(
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            Instant peakAt,
            double averageViewers,
            double airtimeHours,
            long broadcastsStarted) {}

    public record Rank(long rank, long total) {}

    public record CategoryPlayed(
            String categoryId,
            String name,
            double hoursWatched,
            double airtimeHours,
            double averageViewers,
            long peakViewers) {}

    /**
     * One broadcast, its figures over the part that lies in the period.
     *
     * @param startedAt as Twitch says, or null where it said nothing usable
     * @param firstSeenAt and {@code lastSeenAt}: the snapshots that showed it first and last within the period
     */
    public record Broadcast(
            String broadcastId,
            Instant startedAt,
            Instant firstSeenAt,
            Instant lastSeenAt,
            double hoursWatched,
            double airtimeHours,
            double averageViewers,
            long peakViewers) {}

    /**
     * Broadcasts with gaps of at most 30 minutes between them, taken as one; figures over the part that lies in the period.
     *
     * @param firstSeenAt the first snapshot that showed it within the period
     * @param until the end of the last one's reach
     * @param broadcasts how many it is made of
     */
    public record Sitting(
            Instant firstSeenAt,
            Instant until,
            int broadcasts,
            double hoursWatched,
            double airtimeHours,
            double averageViewers,
            long peakViewers) {}

    /** The channel's viewers from {@code at} until {@code until}; offline or unobserved between points that do not touch. */
    public record Point(
            Instant at, Instant bridgedFrom, Instant until, long viewers, String categoryId, String broadcastId) {}
}
