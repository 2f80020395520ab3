package io.streamgauge.engine;

import io.streamgauge.model.Models;
import java.nio.file.Path;

/** Runs SQL over files. Safe for use by one thread at a time. */
public interface Engine extends AutoCloseable {

    /** Name and version, for people. */
    String name();

    /**
     * Learns the columns of every model by running each over no rows, so that a relation without files still has columns.
     *
     * @throws EngineException naming the model whose text does not run
     */
    void prepare(Models models);

    /**
     * Writes the result of a query as one Parquet file; the same rows always give the same bytes.
     *
     * @return the number of rows
     * @throws EngineException where the query fails
     */
    long write(Query query, Path target);

    @Override
    void close();
}
