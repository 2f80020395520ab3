package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;

/**
 * All about one broadcast, from its first observation to the end of the last one's reach.
 *
 * @param startedAt as Twitch says, or null where it said nothing usable
 * @param firstSeenAt and {@code lastSeenAt}: the snapshots that showed it first and last
 * @param titles in the order in which they came; empty where they are no longer kept
 * @param categories what was played from when to when, in order; a category that came back is there again
 * @param ranks at each of its snapshots; empty for a broadcast of more than {@value #RANKED_DAYS} days
 */
public record BroadcastReport(
        Meta meta,
        Channel channel,
        String broadcastId,
        Instant startedAt,
        Instant firstSeenAt,
        Instant lastSeenAt,
        Summary summary,
        List<Title> titles,
        List<Category> categories,
        List<ChannelReport.Point> series,
        List<Rank> ranks) {

    /** Broadcasts of at most so many days are ranked. */
    public static final int RANKED_DAYS = 7;

    /** Whose it is, under the newest names: no login, and the id for a name, where they are no longer kept. */
    public record Channel(String channelId, String login, String name) {}

    public record Summary(
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            Instant peakAt,
            double averageViewers,
            double airtimeHours) {}

    /**
     * A title with the tags beside it. One that was left and came back is there once; what came between lies within.
     *
     * @param tags in the order in which Twitch gave them
     * @param firstSeenAt and {@code lastSeenAt}: the snapshots that showed both first and last
     */
    public record Title(String title, List<String> tags, Instant firstSeenAt, Instant lastSeenAt) {}

    /**
     * Its place by viewers among the live channels of the category that it showed.
     *
     * @param at and {@code until}: for how long the snapshot holds, half-open
     * @param rank 1 and the number of those with more viewers
     * @param channels how many there were with it
     */
    public record Rank(Instant at, Instant until, long rank, long channels) {}

    /** @param until the end of the last reach in which it was played, half-open */
    public record Category(String categoryId, String name, Instant at, Instant until) {}
}
