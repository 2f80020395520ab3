package io.streamgauge.engine;

import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.util.List;

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

    /** The columns of a model that was prepared, in their order. */
    List<String> columns(String model);

    /**
     * Writes the result of a query as Parquet files, each with the rows that its condition keeps; the same rows always
     * give the same bytes.
     *
     * @return the number of rows of each
     * @throws EngineException where the query fails
     */
    List<Long> write(Query query, List<Output> outputs);

    /**
     * A column of a query's rows, which holds text.
     *
     * @throws EngineException where the query fails
     */
    List<String> texts(Query query, String column);

    /**
     * A file to write.
     *
     * @param condition a condition over the result's columns, or null to keep every row; of several in one go a row meets
     *     one at most
     */
    record Output(Path file, String condition) {}

    @Override
    void close();
}
