package io.streamgauge.analytics;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.QueryTimeoutException;
import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queries that run no longer than the thread that asks is willing to wait, and a few at a time, first come first served: each
 * uses several processors, so more at once only keep each other waiting.
 */
final class Queries {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);
    private static final int AT_ONCE = Math.max(3, Runtime.getRuntime().availableProcessors());

    private final DuckDb duckDb;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);

    Queries(DuckDb duckDb) {
        this.duckDb = duckDb;
    }

    /**
     * The rows of a query.
     *
     * @param each must not ask anything itself: whoever holds a place and waits for another can wait for ever
     * @throws IllegalStateException where it does
     */
    <T> List<T> select(Query query, List<Object> parameters, Function<Row, T> each) {
        if (asking.get()) {
            throw new IllegalStateException("A query within the reading of another's rows");
        }
        Patience.take(places);
        asking.set(true);
        long begin = System.nanoTime();
        try {
            Optional<Duration> left = Patience.left();
            List<T> rows = left.isPresent()
                    ? duckDb.select(query, parameters, left.get(), each)
                    : duckDb.select(query, parameters, each);
            LOG.debug(
                    "{} rows from {} in {} ms",
                    rows.size(),
                    query.inputs().keySet(),
                    (System.nanoTime() - begin) / 1_000_000);
            return rows;
        } catch (QueryTimeoutException e) {
            throw new TooLongException(e);
        } finally {
            asking.remove();
            places.release();
        }
    }

    String version() {
        return duckDb.version();
    }
}
