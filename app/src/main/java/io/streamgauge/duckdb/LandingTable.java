package io.streamgauge.duckdb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a snapshot's file, in their order. */
final class LandingTable {

    static final Map<String, String> TYPES = types();

    static final String COLUMNS = TYPES.entrySet().stream()
            .map(column -> column.getKey() + " " + column.getValue())
            .collect(Collectors.joining(", "));

    private LandingTable() {}

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
