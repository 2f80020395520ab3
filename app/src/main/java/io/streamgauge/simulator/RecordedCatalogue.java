package io.streamgauge.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The categories and what IGDB said of them, as recorded beside the streams; of several recordings of one row the latest folder's
 * stands, and within a list the last.
 */
final class RecordedCatalogue implements IgdbCatalogue {
    static final String CATEGORIES = "games.jsonl.gz";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> LABELS = Map.of("genres", "igdb_genres", "game_modes", "igdb_modes");

    private final Map<String, Map<String, String>> categories = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();

    /** @param folders in the order of their times */
    RecordedCatalogue(List<Path> folders) {
        Map<Long, Map<String, Object>> games = new TreeMap<>();
        Map<String, Map<Long, Map<String, Object>>> labels = new TreeMap<>();
        LABELS.forEach((endpoint, file) -> labels.put(endpoint, labels(folders, file)));
        for (Path folder : folders) {
            lines(folder.resolve(CATEGORIES), row -> categories.put(text(row, "id"), category(row)));
            lines(folder.resolve("igdb_games.jsonl.gz"), row -> merge(games, row, "genres", labels));
            lines(folder.resolve("igdb_games_with_modes.jsonl.gz"), row -> merge(games, row, "game_modes", labels));
        }
        labels.forEach((endpoint, byId) -> rows.put(endpoint, List.copyOf(byId.values())));
        rows.put("games", List.copyOf(games.values()));
        rows.put("themes", List.of());
        rows.put("external_games", List.of());
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(CATEGORIES));
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows() {
        return rows;
    }

    /** Helix's rows by id, in the order of the listing. */
    Map<String, Map<String, String>> categories() {
        return categories;
    }

    private static Map<String, String> category(JsonNode row) {
        Map<String, String> category = new LinkedHashMap<>();
        for (String field : List.of("id", "name", "box_art_url", "igdb_id")) {
            category.put(field, text(row, field));
        }
        return category;
    }

    private static void merge(
            Map<Long, Map<String, Object>> games,
            JsonNode row,
            String endpoint,
            Map<String, Map<Long, Map<String, Object>>> labels) {
        long id = row.path("id").longValue();
        Map<String, Object> game = games.computeIfAbsent(id, key -> IgdbLabels.row(key, ""));
        game.put("name", text(row, "name"));
        game.remove(endpoint);
        if (row.has(endpoint)) {
            List<Map<String, Object>> named = new ArrayList<>();
            row.path(endpoint)
                    .forEach(label -> named.add(labels.get(endpoint)
                            .computeIfAbsent(label.longValue(), key -> new LinkedHashMap<>(Map.of("id", key)))));
            game.put(endpoint, named);
        }
    }

    private static Map<Long, Map<String, Object>> labels(List<Path> folders, String file) {
        Map<Long, Map<String, Object>> labels = new TreeMap<>();
        for (Path folder : folders) {
            lines(folder.resolve(file + ".jsonl.gz"), row -> {
                long id = row.path("id").longValue();
                labels.put(id, IgdbLabels.row(id, text(row, "name")));
            });
        }
        return labels;
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static void lines(Path file, Consumer<JsonNode> each) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> each.accept(JSON.readTree(line)));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the recording " + file + ": " + failure.getMessage(), failure);
        }
    }
}
