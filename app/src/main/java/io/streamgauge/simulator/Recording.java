package io.streamgauge.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recorded listing, in the order in which it arrived and with its repeats. */
record Recording(Path folder, List<Row> rows) {
    static final String FILE = "streams.jsonl.gz";

    private static final JsonMapper JSON = new JsonMapper();

    /** A line as it stands, and the fields by which it is found. */
    record Row(byte[] json, String id, String userId, String userLogin, String gameId, String language) {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    static Recording read(Path folder) {
        Path file = folder.resolve(FILE);
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(file, rows.size() + 1, line));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the recording " + file + ": " + failure.getMessage(), failure);
        }
        return new Recording(folder, List.copyOf(rows));
    }

    private static Row row(Path file, int number, String line) {
        JsonNode json = parsed(line);
        if (!json.isObject()) {
            throw new IllegalArgumentException("Cannot replay " + file + ": line " + number + " is not a JSON object");
        }
        return new Row(
                line.getBytes(StandardCharsets.UTF_8),
                json.path("id").asString(""),
                json.path("user_id").asString(""),
                json.path("user_login").asString(""),
                json.path("game_id").asString(""),
                json.path("language").asString(""));
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException notJson) {
            return JSON.nullNode();
        }
    }
}
