package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Instant;
import java.util.List;

/** One observation of a channel, with the part of its reach that lies within what was asked for. */
record Seen(Held held, Instant snapshotAt, Instant startedAt, ChannelReport.Point point) {

    /** A channel's observations whose reach touches a span, the earliest first. */
    static List<Seen> of(View view, Span span, long channelId) {
        return view.observations(
                """
                select
                    updates.snapshot_at,
                    reach.sampled_until,
                    reach.reaches_until,
                    updates.viewers,
                    updates.category_id,
                    updates.stream_id,
                    updates.started_at
                from silver_stream_updates as updates
                inner join snapshot_reach as reach on updates.snapshot_at = reach.snapshot_at
                inner join target_periods as asked
                    on reach.snapshot_at < asked.period_end
                    and reach.reaches_until > asked.period_start
                where updates.channel_id = ?
                order by updates.snapshot_at
                """,
                List.of("target_periods", "silver_stream_updates", "snapshot_reach"),
                span,
                List.of(channelId),
                row -> {
                    Held held = Held.within(
                            span,
                            row.instant("snapshot_at"),
                            row.instant("sampled_until"),
                            row.instant("reaches_until"));
                    return new Seen(
                            held,
                            row.instant("snapshot_at"),
                            row.instant("started_at"),
                            new ChannelReport.Point(
                                    held.at(),
                                    held.bridgedFrom(),
                                    held.until(),
                                    row.number("viewers"),
                                    row.text("category_id"),
                                    String.valueOf(row.number("stream_id"))));
                });
    }

    long viewerSeconds() {
        return point.viewers() * held.seconds();
    }
}
