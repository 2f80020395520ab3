package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

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
        return of(view, span, Optional.empty(), table, which, parameters, making);
    }

    /** @param days the only ones that have such rows; empty where that is not known */
    static <T> List<T> of(
            View view,
            Span span,
            Optional<List<LocalDate>> days,
            String table,
            String which,
            List<Object> parameters,
            BiFunction<Held, Row, T> making) {
        String sql = """
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
                """.formatted(table, which);
        List<String> inputs = List.of("target_periods", table, "snapshot_reach");
        Function<Row, T> each = row -> making.apply(
                Held.within(
                        span, row.instant("snapshot_at"), row.instant("sampled_until"), row.instant("reaches_until")),
                row);
        return days.map(known -> view.observations(sql, inputs, span, known, parameters, each))
                .orElseGet(() -> view.observations(sql, inputs, span, parameters, each));
    }
}
