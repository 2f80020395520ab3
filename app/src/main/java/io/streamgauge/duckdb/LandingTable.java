package io.streamgauge.duckdb;

import io.streamgauge.engine.Provided;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Json;
import io.streamgauge.lake.LandingRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** The columns of a snapshot's file, in their order. */
final class LandingTable {

    private static final String SNAPSHOT_AT = "snapshot_at";
    private static final String LIST = "VARCHAR[]";

    static final Map<String, String> TYPES = types();

    static final String COLUMNS = TYPES.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));

    /** The columns as a writer takes them: without the snapshot's time, and lists as JSON, which are slow to append. */
    static final String RECEIVED = TYPES.entrySet().stream()
            .filter(column -> !column.getKey().equals(SNAPSHOT_AT))
            .map(column -> column.getKey() + " " + (column.getValue().equals(LIST) ? "VARCHAR" : column.getValue()))
            .collect(Collectors.joining(", "));

    private LandingTable() {}

    static void append(DuckDBAppender appender, LandingRow row) throws SQLException {
        Instant at = row.observedAt();
        appender.appendEpochMicros(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000);
        appender.append(row.page());
        appender.append(row.position());
        appender.append(row.id());
        appender.append(row.userId());
        appender.append(row.userLogin());
        appender.append(row.userName());
        appender.append(row.gameId());
        appender.append(row.gameName());
        appender.append(row.type());
        appender.append(row.title());
        appender.append(json(row.tags()));
        appender.append(row.viewerCount());
        appender.append(row.startedAt());
        appender.append(row.language());
        appender.append(row.thumbnailUrl());
        appender.append(json(row.tagIds()));
        appender.append(row.isMature());
        appender.append(row.extra());
        appender.append(row.problem());
        appender.append(row.raw());
    }

    /** The statement that writes a snapshot's file from a table with the columns that a writer takes. */
    static String copy(CrawlRecord crawl, String table, Path file) {
        String columns = TYPES.entrySet().stream()
                .filter(column -> !column.getKey().equals(SNAPSHOT_AT))
                .map(column -> column.getValue().equals(LIST)
                        ? "from_json(" + column.getKey() + ", '[\"VARCHAR\"]') as " + column.getKey()
                        : column.getKey())
                .collect(Collectors.joining(", "));
        String record = new String(Json.bytes(crawl), StandardCharsets.UTF_8);
        return "copy (select " + Provided.literal(crawl.snapshotAt()) + " as " + SNAPSHOT_AT + ", " + columns + " from "
                + table + ") to " + DuckDb.quoted(file)
                + " (format parquet, compression zstd, row_group_size 30720, kv_metadata {"
                + DuckDbSnapshotFormat.CRAWL + ": " + DuckDb.quoted(record) + "})";
    }

    private static String json(List<String> list) {
        if (list == null) {
            return null;
        }
        return list.isEmpty() ? "[]" : new String(Json.bytes(list), StandardCharsets.UTF_8);
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put(SNAPSHOT_AT, "TIMESTAMP");
        types.put("observed_at", "TIMESTAMP");
        types.put("page", "INTEGER");
        types.put("position", "INTEGER");
        types.put("id", "VARCHAR");
        types.put("user_id", "VARCHAR");
        types.put("user_login", "VARCHAR");
        types.put("user_name", "VARCHAR");
        types.put("game_id", "VARCHAR");
        types.put("game_name", "VARCHAR");
        types.put("type", "VARCHAR");
        types.put("title", "VARCHAR");
        types.put("tags", LIST);
        types.put("viewer_count", "BIGINT");
        types.put("started_at", "VARCHAR");
        types.put("language", "VARCHAR");
        types.put("thumbnail_url", "VARCHAR");
        types.put("tag_ids", LIST);
        types.put("is_mature", "BOOLEAN");
        types.put("extra", "VARCHAR");
        types.put("problem", "VARCHAR");
        types.put("raw", "VARCHAR");
        return types;
    }
}
