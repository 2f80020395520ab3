package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import java.util.List;
import java.util.function.Function;

/**
 * A row of a ranking, with what is known of all rows together.
 *
 * @param viewerSeconds of all rows
 */
record Ranked<T>(T row, long total, long viewerSeconds) {

    private static final String TEXT = """
            groups as (
                %1$s
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
            order by %2$s desc, peak_viewers desc, %3$s
            limit %4$d offset %5$d
            """;

    /**
     * The end of a query's text, which ranks.
     *
     * @param groups the select of what is ranked
     * @param ties columns that put equals in order
     */
    static String text(String groups, String ties, RankingQuery query) {
        return TEXT.formatted(groups.strip(), metric(query.by()), ties, query.limit(), query.offset());
    }

    static String metric(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED, AVERAGE_VIEWERS -> "viewer_seconds";
            case PEAK_VIEWERS -> "peak_viewers";
            case AIRTIME_HOURS -> "live_seconds";
        };
    }

    static <T> Function<Row, Ranked<T>> each(Function<Row, T> making) {
        return row -> new Ranked<>(making.apply(row), row.number("total"), row.number("all_viewer_seconds"));
    }

    /** @param first asks for the same ranking from its start, which tells how long it is where a stretch beyond its end is asked for */
    static <T> Ranking<T> ranking(
            Meta meta, List<Ranked<T>> rows, RankingQuery query, Function<RankingQuery, Ranking<T>> first) {
        if (rows.isEmpty()) {
            Ranking<T> whole =
                    query.offset() == 0 ? new Ranking<>(meta, List.of(), 0, 0) : first.apply(query.part(1, 0));
            return new Ranking<>(meta, List.of(), whole.total(), whole.viewerSeconds());
        }
        return new Ranking<>(
                meta,
                rows.stream().map(Ranked::row).toList(),
                rows.get(0).total(),
                rows.get(0).viewerSeconds());
    }
}
