package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import java.util.List;
import java.util.function.BiFunction;

/** Reads what a table by snapshot has from snapshot to snapshot, each row with the part of its reach that is asked for. */
final class Series {

    private Series() {}

    /**
     * @param table a table or view with a row, or none, for each snapshot
     * @param which a condition over its columns
     */
    static <T> List<T> of(
            View view,
            Span span,
            String table,
            String which,
            List<Object> parameters,
            BiFunction<Held, Row, T> making) {
        return view.observations(
                """
                select
                    seen.*,
                    reach.sampled_until,
                    reach.reaches_until
                from %s as seen
                inner join snapshot_reach as reach on seen.snapshot_at = reach.snapshot_at
                inner join target_periods as asked
                    on reach.snapshot_at < asked.period_end
                    and reach.reaches_until > asked.period_start
                where %s
                order by seen.snapshot_at
                """.formatted(table, which),
                List.of("target_periods", table, "snapshot_reach"),
                span,
                parameters,
                row -> making.apply(
                        Held.within(
                                span,
                                row.instant("snapshot_at"),
                                row.instant("sampled_until"),
                                row.instant("reaches_until")),
                        row));
    }
}
