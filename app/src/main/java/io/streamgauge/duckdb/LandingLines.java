package io.streamgauge.duckdb;

import io.streamgauge.lake.LandingRow;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes rows as JSON lines whose names are the columns of {@link LandingTable}; null is left out. */
final class LandingLines implements AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final JsonGenerator json;

    LandingLines(OutputStream target) {
        // half a surrogate pair becomes the replacement character, where Jackson's own writer would fail
        CharsetEncoder utf8 = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\ufffd".getBytes(StandardCharsets.UTF_8));
        Writer text = new OutputStreamWriter(target, utf8);
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), text);
    }

    void write(Instant snapshotAt, LandingRow row) {
        json.writeStartObject();
        number("snapshot_at", micros(snapshotAt));
        number("observed_at", micros(row.observedAt()));
        number("page", row.page());
        number("position", row.position());
        text("id", row.id());
        text("user_id", row.userId());
        text("user_login", row.userLogin());
        text("user_name", row.userName());
        text("game_id", row.gameId());
        text("game_name", row.gameName());
        text("type", row.type());
        text("title", row.title());
        texts("tags", row.tags());
        if (row.viewerCount() != null) {
            number("viewer_count", row.viewerCount());
        }
        text("started_at", row.startedAt());
        text("language", row.language());
        text("thumbnail_url", row.thumbnailUrl());
        texts("tag_ids", row.tagIds());
        if (row.isMature() != null) {
            json.writeBooleanProperty("is_mature", row.isMature());
        }
        text("extra", row.extra());
        text("problem", row.problem());
        text("raw", row.raw());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    private void text(String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private void texts(String name, List<String> values) {
        if (values != null) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    @Override
    public void close() {
        json.close();
    }
}
