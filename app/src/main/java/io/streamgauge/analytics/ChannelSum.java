package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import java.util.Comparator;

/** A channel's exact figures over a period: viewer-seconds, seconds on air, the most viewers. */
record ChannelSum(long channelId, long viewerSeconds, long liveSeconds, long peakViewers) {

    /** From the columns of these names. */
    static ChannelSum of(Row row) {
        return new ChannelSum(
                row.number("channel_id"),
                row.number("viewer_seconds"),
                row.number("live_seconds"),
                row.number("peak_viewers"));
    }

    /** The best first; ties in the order of the metric standard. */
    static Comparator<ChannelSum> by(RankedBy by) {
        return Comparator.comparingDouble((ChannelSum sum) -> -sum.metric(by))
                .thenComparing(Comparator.comparingLong(ChannelSum::peakViewers).reversed())
                .thenComparingLong(ChannelSum::channelId);
    }

    /** Whole metrics are below 2^53, so that a double tells them apart. */
    double metric(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED -> viewerSeconds;
            case PEAK_VIEWERS -> peakViewers;
            case AVERAGE_VIEWERS -> (double) viewerSeconds / liveSeconds;
            case AIRTIME_HOURS -> liveSeconds;
        };
    }

    ChannelSum plus(ChannelSum other) {
        return new ChannelSum(
                channelId,
                viewerSeconds + other.viewerSeconds,
                liveSeconds + other.liveSeconds,
                Math.max(peakViewers, other.peakViewers));
    }
}
