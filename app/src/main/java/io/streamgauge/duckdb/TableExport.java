package io.streamgauge.duckdb;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the rows of a table into one file, in constant memory. */
public final class TableExport {

    /** The forms that a table can be written in. */
    public enum Format {
        CSV("format csv, header true"),
        /** With nothing above the rows, to follow others. */
        CSV_ROWS("format csv, header false"),
        JSON("format json, array true"),
        /** An object on each line. */
        JSON_LINES("format json, array false"),
        PARQUET("format parquet, compression zstd");

        private final String options;

        Format(String options) {
            this.options = options;
        }

        String options() {
            return options;
        }
    }

    private static final String BRONZE = "bronze_stream_updates";

    private final DuckDb duckDb;
    private final Models models;
    private final Store store;
    private final Ledger ledger;

    public TableExport(DuckDb duckDb, Models models, Store store, Ledger ledger) {
        this.duckDb = duckDb;
        this.models = models;
        this.store = store;
        this.ledger = ledger;
    }

    /** The tables that can be written. */
    public List<String> tables() {
        return models.all().stream()
                .filter(model -> !model.isView() || model.name().equals(BRONZE))
                .map(Model::name)
                .toList();
    }

    /** The columns of a relation, each as its name and its type. */
    public List<List<String>> columns(String relation) {
        return duckDb.select(
                "select column_name, data_type from information_schema.columns where table_name = ?"
                        + " order by ordinal_position",
                List.of(DuckDb.emptyTable(relation)),
                row -> List.of(row.text("column_name"), row.text("data_type")));
    }

    /**
     * The rows whose time lies within the span: the snapshot's, hour's or day's, the start of a period, or for names the time
     * over which they were seen. They are those of the state that is published now.
     *
     * @throws IllegalArgumentException where there is no such table
     */
    public TableRows rows(String table, Span span) {
        if (!tables().contains(table)) {
            throw new IllegalArgumentException(
                    "There is no table '" + table + "'; there are " + String.join(", ", tables()));
        }
        return new TableRows(
                duckDb,
                models,
                store,
                models.get(table),
                span,
                ledger.current().map(publication -> State.of(ledger, publication)));
    }

    /**
     * Writes JSON objects, one on a line, as Parquet.
     *
     * @param columns types by name
     */
    public void convert(Map<String, String> columns, Path lines, Path target) {
        String types = columns.entrySet().stream()
                .map(column -> DuckDb.quoted(column.getKey()) + ": " + DuckDb.quoted(column.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        duckDb.execute("copy (select * from read_json(" + DuckDb.quoted(lines)
                + ", format = 'newline_delimited', columns = " + types + ")) to " + DuckDb.quoted(target) + " ("
                + Format.PARQUET.options() + ")");
    }

    /**
     * Writes the same into a file.
     *
     * @return the number of rows
     */
    public long write(String table, Span span, Format format, Path target) {
        return rows(table, span).write(format, target);
    }
}
