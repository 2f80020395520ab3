package io.streamgauge.analytics;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.QueryTimeoutException;
import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Queries that run no longer than the thread that asks is willing to wait. */
record Queries(DuckDb duckDb) {

    <T> List<T> select(Query query, List<Object> parameters, Function<Row, T> each) {
        Optional<Duration> left = Patience.left();
        try {
            return left.isPresent()
                    ? duckDb.select(query, parameters, left.get(), each)
                    : duckDb.select(query, parameters, each);
        } catch (QueryTimeoutException e) {
            throw new TooLongException(e);
        }
    }

    String version() {
        return duckDb.version();
    }
}
