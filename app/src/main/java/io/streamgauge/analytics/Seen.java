package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Instant;
import java.util.List;

/** One observation of a channel, with the part of its reach that lies within what was asked for. */
record Seen(Held held, Instant snapshotAt, Instant startedAt, ChannelReport.Point point) {

    /** A channel's observations whose reach touches a span, the earliest first. */
    static List<Seen> of(View view, Span span, long channelId) {
        return Series.of(
                view,
                span,
                "silver_stream_updates",
                "seen.channel_id = ?",
                List.of(channelId),
                (held, row) -> new Seen(
                        held,
                        row.instant("snapshot_at"),
                        row.instant("started_at"),
                        new ChannelReport.Point(
                                held.at(),
                                held.bridgedFrom(),
                                held.until(),
                                row.number("viewers"),
                                row.text("category_id"),
                                String.valueOf(row.number("stream_id")))));
    }

    long viewerSeconds() {
        return point.viewers() * held.seconds();
    }
}
