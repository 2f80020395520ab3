package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Genres, themes, game modes or release ages by one of their metrics: days that are over from their table, the rest from snapshots. */
final class LabelRanking {

    static final String NONE = "(none)";

    /** About three days of all of Twitch, as for categories. */
    private static final long COUNTED_ROWS = 3_000_000;

    private static final String PARTS = """
            with

            parts as (
                select label_id, viewer_seconds, live_seconds, peak_viewers, peak_at, peak_channels
                from gold_label_days
                where kind = '%1$s'
                union all
                select label_id, viewer_seconds, live_seconds, peak_viewers, peak_at, peak_channels
                from label_metrics
                where kind = '%1$s'
            ),

            covered_time as (select %2$d as covered_seconds),

            """;

    private static final String GROUPS = """
            select
                label_id,
                cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                cast(sum(live_seconds) as bigint) as live_seconds,
                max(peak_viewers) as peak_viewers,
                max_by(peak_at, peak_viewers * 4294967296 - unix_timestamp(peak_at)) as peak_at,
                max(peak_channels) as peak_channels
            from parts
            group by label_id
            having sum(live_seconds) > 0
            """;

    private final View view;
    private final LabelKind kind;

    LabelRanking(View view, LabelKind kind) {
        this.view = view;
        this.kind = kind;
    }

    Ranking<Ranking.Label> rows(Meta meta, Span span, RankingQuery query) {
        if (!view.hasLabels()) {
            return new Ranking<>(meta, List.of(), 0, 0);
        }
        PlatformFigures platform = new PlatformFigures(view);
        long viewerSeconds = platform.viewerSeconds(meta, span);
        Map<Long, String> names = names();
        Optional<Map<Long, Long>> channels = channels(span);
        String sql = PARTS.formatted(
                        kind.text(),
                        platform.covered(new Period(meta.from(), meta.to())).covered())
                + Ranked.text(GROUPS, "label_id", query);
        List<Ranked<Ranking.Label>> found = view.labelled(
                sql,
                List.of("gold_label_days", "label_metrics"),
                view.labelDays(span),
                List.of(),
                Ranked.each(row -> label(row, names, channels, viewerSeconds)));
        return Ranked.ranking(meta, found, query, first -> rows(meta, span, first));
    }

    private static Ranking.Label label(
            Row row, Map<Long, String> names, Optional<Map<Long, Long>> channels, long platform) {
        long id = row.number("label_id");
        return new Ranking.Label(
                row.number("rank"),
                id,
                names.getOrDefault(id, NONE),
                row.number("viewer_seconds") / 3600.0,
                row.number("viewer_seconds"),
                row.number("peak_viewers"),
                row.instant("peak_at"),
                row.real("viewer_seconds") / row.number("covered_seconds"),
                row.real("live_seconds") / row.number("covered_seconds"),
                row.number("peak_channels"),
                channels.map(counted -> counted.get(id)).orElse(null),
                row.number("live_seconds") / 3600.0,
                row.real("viewer_seconds") / row.number("live_seconds"),
                platform == 0 ? 0 : row.real("viewer_seconds") / platform);
    }

    /** The names of all labels of the kind, by id. */
    Map<Long, String> names() {
        return view.answer(List.of("label names", kind), () -> {
            Map<Long, String> names = new LinkedHashMap<>();
            view.tables(
                    "select label_id, max(label) as label from gold_category_labels where kind = ?"
                            + " group by label_id order by label_id",
                    List.of("gold_category_labels"),
                    List.of(kind.text()),
                    row -> names.put(row.number("label_id"), row.text("label")));
            return names;
        });
    }

    /** Channels by label, each once in a label; empty where counting them would take long, or where a channel's hours tell no age. */
    private Optional<Map<Long, Long>> channels(Span span) {
        boolean isCounted =
                kind.isShared() && view.rows("gold_channel_days", span) <= COUNTED_ROWS && view.isDetailed(span);
        if (!isCounted) {
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
