package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One observation of a channel, with the part of its reach that lies within what was asked for. */
record Seen(Held held, Instant snapshotAt, Instant startedAt, ChannelReport.Point point) {

    /** Over longer spans it is worth while to ask first on which days a channel was on air. */
    private static final Duration LONG = Duration.ofDays(14);

    /** A channel's observations whose reach touches a span, the earliest first. */
    static List<Seen> of(View view, Span span, long channelId) {
        return Series.of(
                view,
                span,
                span.seconds() > LONG.toSeconds() ? Optional.of(daysOnAir(view, span, channelId)) : Optional.empty(),
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

    /** The days' roll-up has far fewer rows than the observations, and has one wherever these have. */
    private static List<LocalDate> daysOnAir(View view, Span span, long channelId) {
        return view.table(
                "select distinct day_at from gold_channel_days where channel_id = ?",
                "gold_channel_days",
                span.widen(Duration.ofDays(1).toSeconds(), 0).wholeDays(),
                List.of(channelId),
                row -> Span.day(row.instant("day_at")));
    }

    long viewerSeconds() {
        return point.viewers() * held.seconds();
    }
}
