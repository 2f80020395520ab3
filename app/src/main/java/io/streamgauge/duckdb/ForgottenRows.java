package io.streamgauge.duckdb;

import io.streamgauge.lake.Forgotten;
import io.streamgauge.lake.LakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cleans forgotten channels out of a snapshot's file. They are found by the hash of their ids, since no id is known. */
final class ForgottenRows {

    /** Where a row did not fit, its id may be in its JSON alone. */
    private static final String USER_ID =
            "coalesce(nullif(user_id, ''), regexp_extract(raw, '\"user_id\" *: *\"?([0-9]+)', 1), '')";

    /** What stands for a channel's own values; {@code place} is its place among the forgotten, from 1. */
    private static final Map<String, String> STAND_INS = Map.ofEntries(
            Map.entry("id", "cast(-place as varchar)"),
            Map.entry("user_id", "cast(-place as varchar)"),
            Map.entry("user_login", "''"),
            Map.entry("user_name", "'(removed)'"),
            Map.entry("title", "null"),
            Map.entry("tags", "null"),
            Map.entry("started_at", "null"),
            Map.entry("thumbnail_url", "null"),
            Map.entry("tag_ids", "null"),
            Map.entry("is_mature", "null"),
            Map.entry("extra", "null"),
            Map.entry("raw", "null"),
            Map.entry(
                    "problem",
                    "case when problem is null and (try_cast(id as bigint) is null or try_cast(user_id as bigint) is null)"
                            + " then '(removed)' else problem end"));

    private final DuckDb duckDb;
    private final Path scratch;
    private final String placed;

    ForgottenRows(DuckDb duckDb, Path scratch, Forgotten forgotten) {
        this.duckDb = duckDb;
        this.scratch = scratch;
        String hashes = forgotten.hashes().stream().map(DuckDb::quoted).collect(Collectors.joining(", "));
        this.placed = "select *, nullif(list_position([" + hashes + "], sha256(" + DuckDb.quoted(forgotten.salt())
                + " || " + USER_ID + ")), 0) as place from ";
    }

    Optional<Path> cleaned(Path file) {
        String rows = placed + "read_parquet(" + DuckDb.quoted(file) + ", hive_partitioning = false)";
        long found = duckDb.select(
                        "select count(place) as found from (" + rows + ")", List.of(), row -> row.number("found"))
                .get(0);
        return found == 0 ? Optional.empty() : Optional.of(write(file, rows));
    }

    private Path write(Path file, String rows) {
        String crawl = duckDb.select(
                        "select decode(value) as crawl from parquet_kv_metadata(" + DuckDb.quoted(file)
                                + ") where decode(key) = ?",
                        List.of(DuckDbSnapshotFormat.CRAWL),
                        row -> row.text("crawl"))
                .get(0);
        List<String> columns = duckDb.select(
                "select column_name from (describe select * from read_parquet(" + DuckDb.quoted(file)
                        + ", hive_partitioning = false))",
                List.of(),
                row -> row.text("column_name"));
        String cleaned = columns.stream()
                .map(column -> STAND_INS.containsKey(column)
                        ? "case when place is not null then " + STAND_INS.get(column) + " else " + column + " end as "
                                + column
                        : column)
                .collect(Collectors.joining(", "));
        try {
            Files.createDirectories(scratch);
            Path target = Files.createTempFile(scratch, "cleaned", ".parquet");
            duckDb.execute("copy (select " + cleaned + " from (" + rows + ")) to " + DuckDb.quoted(target)
                    + " (format parquet, compression zstd, row_group_size 30720, kv_metadata {"
                    + DuckDbSnapshotFormat.CRAWL + ": " + DuckDb.quoted(crawl) + "})");
            return target;
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        }
    }
}
