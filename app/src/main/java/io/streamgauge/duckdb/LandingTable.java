package io.streamgauge.duckdb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a snapshot's file, in their order. */
final class LandingTable {

    static final Map<String, String> TYPES = types();

    /** What figures rest on; a file that lacks another column is read as if that were null in every row. */
    static final Set<String> NEEDED = Set.of(
            "snapshot_at",
            "observed_at",
            "page",
            "position",
            "id",
            "user_id",
            "user_login",
            "user_name",
            "game_id",
            "game_name",
            "viewer_count",
            "started_at",
            "language",
            "problem",
            "raw");

    static final String COLUMNS = TYPES.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));

    /** Times in JSON lines are microseconds since 1970. */
    private static final String LINES = TYPES.entrySet().stream()
            .map(column -> column.getKey() + ": '" + column.getValue().replace("TIMESTAMP", "BIGINT") + "'")
            .collect(Collectors.joining(", "));

    private static final String VALUES = TYPES.entrySet().stream()
            .map(column -> column.getValue().equals("TIMESTAMP")
                    ? "make_timestamp(" + column.getKey() + ") as " + column.getKey()
                    : column.getKey())
            .collect(Collectors.joining(", "));

    private LandingTable() {}

    /** The rows that {@link LandingLines} wrote, in their order. */
    static String select(Path lines) {
        return "select " + VALUES + " from read_json(" + DuckDb.quoted(lines)
                + ", format = 'newline_delimited', columns = {" + LINES + "})";
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("snapshot_at", "TIMESTAMP");
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
        types.put("tags", "VARCHAR[]");
        types.put("viewer_count", "BIGINT");
        types.put("started_at", "VARCHAR");
        types.put("language", "VARCHAR");
        types.put("thumbnail_url", "VARCHAR");
        types.put("tag_ids", "VARCHAR[]");
        types.put("is_mature", "BOOLEAN");
        types.put("extra", "VARCHAR");
        types.put("problem", "VARCHAR");
        types.put("raw", "VARCHAR");
        return types;
    }
}
