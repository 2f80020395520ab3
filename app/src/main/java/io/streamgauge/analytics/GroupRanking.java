package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Categories or languages by one of their metrics. */
final class GroupRanking {

    /** About three days of all of Twitch. */
    private static final long COUNTED_ROWS = 3_000_000;

    private static final String RANKED = """
            groups as (
                select * from %3$s_metrics where live_seconds > 0 %1$s
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
            order by %2$s desc, peak_viewers desc, try_cast(%4$s as bigint) nulls first, %4$s
            limit %5$d offset %6$d
            """;

    private final View view;
    private final long countedRows;

    GroupRanking(View view) {
        this(view, COUNTED_ROWS);
    }

    GroupRanking(View view, long countedRows) {
        this.view = view;
        this.countedRows = countedRows;
    }

    private record Found<T>(T row, long total, long viewerSeconds) {}

    Ranking<Ranking.Category> categories(Meta meta, Span span, RankingQuery query) {
        Map<String, String> names = Names.categories(view);
        ToDoubleFunction<Row> platform = platform(meta, span, query.language().or(query::category));
        Function<Row, Ranking.Category> each = row -> {
            String id = row.text("category_id");
            return new Ranking.Category(
                    row.number("rank"),
                    id,
                    names.getOrDefault(id, id),
                    row.number("viewer_seconds") / 3600.0,
                    row.number("viewer_seconds"),
                    row.number("peak_viewers"),
                    row.real("viewer_seconds") / row.number("covered_seconds"),
                    row.real("live_seconds") / row.number("covered_seconds"),
                    row.number("peak_channels"),
                    row.numberOrNull("unique_channels"),
                    row.number("live_seconds") / 3600.0,
                    row.real("viewer_seconds") / row.number("live_seconds"),
                    share(row, platform));
        };
        boolean ofAll = query.language().isEmpty() && query.category().isEmpty();
        String sql = RANKED.formatted("", metric(query.by()), "category", "category_id", query.limit(), query.offset());
        return (ofAll
                        ? new RankedCategories(view, countedRows).rows(sql, meta, span, row -> found(each, row))
                        : Optional.<List<Found<Ranking.Category>>>empty())
                .filter(rows -> !rows.isEmpty())
                .map(rows -> ranking(meta, rows))
                .orElseGet(() -> rows("category", "category_id", query.category(), meta, span, query, each));
    }

    private static <T> Found<T> found(Function<Row, T> each, Row row) {
        return new Found<>(each.apply(row), row.number("total"), row.number("all_viewer_seconds"));
    }

    private static <T> Ranking<T> ranking(Meta meta, List<Found<T>> rows) {
        return new Ranking<>(
                meta,
                rows.stream().map(Found::row).toList(),
                rows.stream().mapToLong(Found::total).findFirst().orElse(0),
                rows.stream().mapToLong(Found::viewerSeconds).findFirst().orElse(0));
    }

    Ranking<Ranking.Language> languages(Meta meta, Span span, RankingQuery query) {
        ToDoubleFunction<Row> platform = platform(meta, span, query.language());
        Optional<Map<String, Long>> starts = new Starts(view, span).byLanguage();
        return rows(
                "language",
                "language",
                query.language(),
                meta,
                span,
                query,
                row -> new Ranking.Language(
                        row.number("rank"),
                        row.text("language"),
                        row.number("viewer_seconds") / 3600.0,
                        row.number("viewer_seconds"),
                        row.number("peak_viewers"),
                        row.real("viewer_seconds") / row.number("covered_seconds"),
                        row.real("live_seconds") / row.number("covered_seconds"),
                        row.number("peak_channels"),
                        row.number("unique_channels"),
                        row.number("live_seconds") / 3600.0,
                        row.real("viewer_seconds") / row.number("live_seconds"),
                        share(row, platform),
                        Starts.of(starts, row.text("language"))));
    }

    private <T> Ranking<T> rows(
            String group,
            String key,
            Optional<String> only,
            Meta meta,
            Span span,
            RankingQuery query,
            Function<Row, T> each) {
        List<Object> parameters = new ArrayList<>();
        only.ifPresent(parameters::add);
        String sql = "with\n"
                + RANKED.formatted(
                        only.isPresent() ? " and " + key + " = ?" : "",
                        metric(query.by()),
                        group,
                        key,
                        query.limit(),
                        query.offset());
        List<String> inputs = List.of(group + "_metrics", "covered_time");
        Function<Row, Found<T>> found = row -> found(each, row);
        List<Found<T>> rows = query.language()
                .filter(language -> group.equals("category"))
                .map(language -> view.inLanguage(language, sql, inputs, span, parameters, found))
                .orElseGet(() -> view.periods(sql, inputs, List.of(new Target("asked", span)), parameters, found));
        if (rows.isEmpty() && query.offset() > 0) {
            Ranking<T> first = rows(
                    group,
                    key,
                    only,
                    meta,
                    span,
                    new RankingQuery(query.by(), 1, 0, query.language(), query.category()),
                    each);
            return new Ranking<>(meta, List.of(), first.total(), first.viewerSeconds());
        }
        return ranking(meta, rows);
    }

    /** The platform's viewer-seconds: those of all rows together, unless the ranking is narrowed to some of them. */
    private ToDoubleFunction<Row> platform(Meta meta, Span span, Optional<String> narrowed) {
        if (narrowed.isEmpty()) {
            return row -> row.real("all_viewer_seconds");
        }
        long all = new PlatformFigures(view).viewerSeconds(meta, span);
        return row -> all;
    }

    private static double share(Row row, ToDoubleFunction<Row> platform) {
        double all = platform.applyAsDouble(row);
        return all == 0 ? 0 : row.real("viewer_seconds") / all;
    }

    static String metric(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED, AVERAGE_VIEWERS -> "viewer_seconds";
            case PEAK_VIEWERS -> "peak_viewers";
            case AIRTIME_HOURS -> "live_seconds";
        };
    }
}
