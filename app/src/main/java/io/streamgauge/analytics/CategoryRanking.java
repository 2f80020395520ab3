package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Categories by one of their metrics. */
final class CategoryRanking {

    private static final String RANKED = """
            with

            categories as (
                select * from category_metrics where live_seconds > 0 %1$s
            ),

            ranked as (
                select
                    categories.*,
                    covered_seconds,
                    rank() over (order by %2$s desc) as rank,
                    count(*) over () as total,
                    sum(viewer_seconds) over () as all_viewer_seconds
                from categories
                cross join covered_time
            )

            select * from ranked
            order by %2$s desc, peak_viewers desc, try_cast(category_id as bigint) nulls first, category_id
            limit ? offset ?
            """;

    private final View view;

    CategoryRanking(View view) {
        this.view = view;
    }

    private record Found(Ranking.Category category, long total, long viewerSeconds) {}

    Ranking<Ranking.Category> rows(Meta meta, Span span, RankingQuery query) {
        List<Object> parameters = new ArrayList<>();
        query.category().ifPresent(parameters::add);
        parameters.add(query.limit());
        parameters.add(query.offset());
        String sql = RANKED.formatted(query.category().isPresent() ? " and category_id = ?" : "", metric(query.by()));
        List<String> inputs = List.of("category_metrics", "covered_time");
        Map<String, String> names = Names.categories(view);
        Function<Row, Found> each =
                row -> new Found(category(row, names), row.number("total"), row.number("all_viewer_seconds"));
        List<Found> found = query.language()
                .map(language -> view.inLanguage(language, sql, inputs, span, parameters, each))
                .orElseGet(() -> view.periods(sql, inputs, List.of(new Target("asked", span)), parameters, each));
        if (found.isEmpty() && query.offset() > 0) {
            Ranking<Ranking.Category> first =
                    rows(meta, span, new RankingQuery(query.by(), 1, 0, query.language(), query.category()));
            return new Ranking<>(meta, List.of(), first.total(), first.viewerSeconds());
        }
        return new Ranking<>(
                meta,
                found.stream().map(Found::category).toList(),
                found.stream().mapToLong(Found::total).findFirst().orElse(0),
                found.stream().mapToLong(Found::viewerSeconds).findFirst().orElse(0));
    }

    private static Ranking.Category category(Row row, Map<String, String> names) {
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
                row.number("unique_channels"),
                row.number("live_seconds") / 3600.0);
    }

    private static String metric(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED, AVERAGE_VIEWERS -> "viewer_seconds";
            case PEAK_VIEWERS -> "peak_viewers";
            case AIRTIME_HOURS -> "live_seconds";
        };
    }
}
