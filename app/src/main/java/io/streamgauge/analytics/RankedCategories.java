package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All categories of a period from kept tables, where they hold the period or enough of it. */
final class RankedCategories {

    private static final String KEPT = """
            with category_metrics as (
                select games.*
                from gold_game_periods as games
                inner join target_periods using (period, period_start)
            ),

            covered_time as (select %1$d as covered_seconds),

            """;

    private static final String LONG = """
            with

            slices as (
                select
                    reach.snapshot_at,
                    unix_timestamp(least(reach.reaches_until, edges.period_end))
                    - unix_timestamp(greatest(reach.snapshot_at, edges.period_start)) as seconds
                from target_periods as edges
                inner join snapshot_reach as reach
                    on reach.snapshot_at < edges.period_end
                    and reach.reaches_until > edges.period_start
            ),

            parts as (
                select category_id, viewer_seconds, live_seconds, peak_viewers, peak_channels, unique_channels
                from gold_game_months
                union all
                select category_id, viewer_seconds, live_seconds, peak_viewers, peak_channels, null
                from gold_game_periods
                where period = 'day'
                union all
                select
                    games.category_id,
                    games.viewers * slices.seconds,
                    games.channels * slices.seconds,
                    games.viewers,
                    games.channels,
                    null
                from gold_game_metrics as games
                inner join slices on games.snapshot_at = slices.snapshot_at
            ),

            category_metrics as (
                select
                    category_id,
                    cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                    cast(sum(live_seconds) as bigint) as live_seconds,
                    max(peak_viewers) as peak_viewers,
                    max(peak_channels) as peak_channels,
                    case when %2$s then max(unique_channels) end as unique_channels
                from parts
                group by category_id
            ),

            covered_time as (select %1$d as covered_seconds),

            """;

    private final View view;
    private final long countedRows;

    /**
     * @param countedRows periods with at most so many rows of channels by day are counted from these, which tells how many
     *     channels each category had
     */
    RankedCategories(View view, long countedRows) {
        this.view = view;
        this.countedRows = countedRows;
    }

    /** The rows of a ranking; empty where the period must be counted. */
    <T> Optional<List<T>> rows(RankingQuery query, Meta meta, Span measured, Function<Row, T> each) {
        String sql = Ranked.text(
                "select * from category_metrics where live_seconds > 0" + GroupRanking.condition(query),
                GroupRanking.ties("category_id"),
                query);
        Optional<StoredPeriods.Kept> kept = StoredPeriods.of(view, meta.from(), meta.to());
        if (kept.isPresent()) {
            return Optional.of(view.stored(
                    KEPT.formatted(kept.get().coveredSeconds()) + sql,
                    List.of("gold_game_periods", "target_periods", "gold_category_labels"),
                    kept.get().target(),
                    List.of(),
                    each));
        }
        if (view.rows("gold_channel_days", measured) <= countedRows) {
            return Optional.empty();
        }
        Blocks blocks = Blocks.of(measured, view.open());
        boolean isMonth = blocks.months().size() == 1
                && blocks.days().isEmpty()
                && blocks.edges().isEmpty();
        long covered = new PlatformFigures(view)
                .covered(new Period(meta.from(), meta.to()))
                .covered();
        return Optional.of(view.blocks(
                LONG.formatted(covered, isMonth) + sql,
                List.of(
                        "gold_game_months",
                        "gold_game_periods",
                        "gold_game_metrics",
                        "gold_category_labels",
                        "snapshot_reach",
                        "target_periods"),
                blocks,
                each));
    }
}
