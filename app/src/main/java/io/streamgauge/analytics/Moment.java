package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The platform as one complete snapshot saw it.
 *
 * @param snapshotAt when it was taken, or for which slot
 * @param until the end of the time that it stands for
 * @param categories those with the most viewers, as many as were asked for
 * @param channels likewise; empty where observations of that day are no longer kept
 */
public record Moment(
        Meta meta,
        Instant snapshotAt,
        Instant until,
        Summary summary,
        List<Category> categories,
        Optional<List<Channel>> channels) {

    /** Of the whole snapshot. */
    public record Summary(long viewers, long channels, long categories) {}

    /** @param share of all viewers, 0 to 1 */
    public record Category(long rank, String categoryId, String name, long viewers, long channels, double share) {}

    /** @param share of all viewers, 0 to 1 */
    public record Channel(
            long rank,
            String channelId,
            String login,
            String name,
            long viewers,
            double share,
            String categoryId,
            String categoryName,
            String language) {}
}
