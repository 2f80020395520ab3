package io.streamgauge.duckdb;

import java.nio.file.Path;
import java.util.List;

/** What stands in a Parquet file, by DuckDB's reading. */
public final class ParquetRows {

    private ParquetRows() {}

    /** Each row as a struct's text, in the order of the file. */
    public static List<String> of(DuckDb duckDb, Path file) {
        return duckDb.select(
                "select cast(each as varchar) as each from read_parquet(" + DuckDb.quoted(file)
                        + ", hive_partitioning = false) as each",
                List.of(),
                row -> row.text("each"));
    }

    /** Each column's name and type. */
    public static List<String> columns(DuckDb duckDb, Path file) {
        return duckDb.select(
                "select column_name || ' ' || column_type as each from (describe select * from read_parquet("
                        + DuckDb.quoted(file) + ", hive_partitioning = false))",
                List.of(),
                row -> row.text("each"));
    }
}
