package io.streamgauge.duckdb;

import io.streamgauge.engine.Engine;
import io.streamgauge.engine.Query;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The models on the embedded DuckDB. */
public final class DuckDbEngine implements Engine {

    /**
     * Of groups four times as large a day is 2 % larger and scanned as fast, and a hundred channels are found in it in twice the
     * time; of groups half as large a single channel takes longer to be found.
     */
    private static final String PARQUET = "(format parquet, compression zstd, row_group_size 30720)";

    private final DuckDb duckDb;

    /**
     * @param duckDb an instance of its own: what DuckDB would derive from statistics is switched off in it, since that makes
     *     a column of a file required or optional as the plan happened to be, and equal rows would not give equal bytes
     */
    public DuckDbEngine(DuckDb duckDb) {
        this.duckDb = duckDb;
        duckDb.execute("set disabled_optimizers = 'statistics_propagation'");
    }

    @Override
    public String name() {
        return duckDb.version();
    }

    @Override
    public void prepare(Models models) {
        EmptyTables.create(duckDb, models);
    }

    @Override
    public List<String> columns(String model) {
        return duckDb.select(
                "select column_name from (describe " + DuckDb.emptyTable(model) + ")",
                List.of(),
                row -> row.text("column_name"));
    }

    @Override
    public List<Long> write(Query query, List<Output> outputs) {
        if (outputs.size() == 1 && outputs.get(0).condition() == null) {
            return List.of(
                    duckDb.execute(copy(DuckDb.text(query), outputs.get(0).file())));
        }
        Query unordered = new Query(query.sql(), query.inputs(), List.of());
        String order = String.join(", ", query.order());
        List<String> statements = new ArrayList<>();
        statements.add("create temp table result as " + DuckDb.text(unordered));
        for (Output output : outputs) {
            String where = output.condition() == null ? "" : " where " + output.condition();
            statements.add(copy("select * from result" + where + " order by " + order, output.file()));
        }
        List<Long> rows = duckDb.execute(statements);
        return rows.subList(1, rows.size());
    }

    @Override
    public List<String> texts(Query query, String column) {
        return duckDb.select(query, List.of(), row -> row.text(column));
    }

    private static String copy(String select, Path target) {
        return "copy (" + select + ") to " + DuckDb.quoted(target) + " " + PARQUET;
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
