package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Genres, themes or game modes by one of their metrics. */
final class LabelRanking<T> {

    /** About three days of all of Twitch, as for categories. */
    private static final long COUNTED_ROWS = 3_000_000;

    private static final String NONE = "(none)";

    private static final String RANKED = """
            with

            groups as (
                select * from label_metrics where kind = '%1$s' and live_seconds > 0
            ),

            ranked as (
                select
                    groups.*,
                    covered_seconds,
                    rank() over (order by %2$s desc) as rank,
                    count(*) over () as total,
                    sum(viewer_seconds) over () as all_viewer_seconds
                from groups
                cross join covered_time
            )

            select * from ranked
            order by %2$s desc, peak_viewers desc, label_id
            limit %3$d offset %4$d
            """;

    private final View view;
    private final LabelKind kind;
    private final Making<T> making;

    LabelRanking(View view, LabelKind kind, Making<T> making) {
        this.view = view;
        this.kind = kind;
        this.making = making;
    }

    /** Makes a row of the kind that is ranked. */
    interface Making<T> {
        T of(
                long rank,
                Long id,
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
                double share);
    }

    private record Found<T>(T row, long total, long viewerSeconds) {}

    Ranking<T> rows(Meta meta, Span span, RankingQuery query) {
        if (!view.hasMetadata()) {
            return new Ranking<>(meta, List.of(), 0, 0);
        }
        long platform = new PlatformFigures(view).viewerSeconds(meta, span);
        Map<Long, String> names = new LearntOfCategories(view).names(kind);
        Optional<Map<Long, Long>> channels = channels(span);
        List<Found<T>> found = view.periods(
                RANKED.formatted(kind.text(), GroupRanking.metric(query.by()), query.limit(), query.offset()),
                List.of("label_metrics", "covered_time"),
                List.of(new Target("asked", span)),
                List.of(),
                row -> new Found<>(
                        label(row, names, channels, platform), row.number("total"), row.number("all_viewer_seconds")));
        if (found.isEmpty() && query.offset() > 0) {
            Ranking<T> first = rows(meta, span, RankingQuery.top(query.by(), 1));
            return new Ranking<>(meta, List.of(), first.total(), first.viewerSeconds());
        }
        return new Ranking<>(
                meta,
                found.stream().map(Found::row).toList(),
                found.stream().mapToLong(Found::total).findFirst().orElse(0),
                found.stream().mapToLong(Found::viewerSeconds).findFirst().orElse(0));
    }

    private T label(Row row, Map<Long, String> names, Optional<Map<Long, Long>> channels, long platform) {
        long id = row.number("label_id");
        return making.of(
                row.number("rank"),
                id == 0 ? null : id,
                id == 0 ? NONE : names.getOrDefault(id, String.valueOf(id)),
                row.number("viewer_seconds") / 3600.0,
                row.number("viewer_seconds"),
                row.number("peak_viewers"),
                row.real("viewer_seconds") / row.number("covered_seconds"),
                row.real("live_seconds") / row.number("covered_seconds"),
                row.number("peak_channels"),
                channels.map(counted -> counted.get(id)).orElse(null),
                row.number("live_seconds") / 3600.0,
                row.real("viewer_seconds") / row.number("live_seconds"),
                platform == 0 ? 0 : row.real("viewer_seconds") / platform);
    }

    /** Channels by label, each once in a label; empty where counting them would take long. */
    private Optional<Map<Long, Long>> channels(Span span) {
        if (view.rows("gold_channel_days", span) > COUNTED_ROWS) {
            return Optional.empty();
        }
        Map<Long, Long> channels = new HashMap<>();
        view.periods(
                "select label_id, unique_channels from label_audience where kind = ?",
                List.of("label_audience"),
                List.of(new Target("asked", span)),
                List.of(kind.text()),
                row -> channels.put(row.number("label_id"), row.number("unique_channels")));
        return Optional.of(channels);
    }
}
