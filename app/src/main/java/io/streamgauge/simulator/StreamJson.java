package io.streamgauge.simulator;

import java.util.List;

/** Rows and pages of Get Streams. */
final class StreamJson {
    private static final int BYTES_PER_ROW = 700;

    private StreamJson() {}

    /** Writes the row of that place in the page. */
    interface RowWriter {
        void write(int place, JsonBytes json);
    }

    /** @param cursor empty at the end of the list */
    static byte[] page(List<LiveStream> streams, String cursor) {
        return page(streams.size(), (place, json) -> row(json, streams.get(place)), cursor);
    }

    /** @param cursor empty at the end of the list */
    static byte[] page(int rows, RowWriter writer, String cursor) {
        JsonBytes json = new JsonBytes(1000 + rows * BYTES_PER_ROW).raw("{\"data\":[");
        for (int place = 0; place < rows; place++) {
            json.raw(place == 0 ? "" : ",");
            writer.write(place, json);
        }
        return json.raw("],\"pagination\":").raw(pagination(cursor)).raw("}").toBytes();
    }

    private static String pagination(String cursor) {
        return cursor.isEmpty() ? "{}" : "{\"cursor\":\"" + cursor + "\"}";
    }

    static void row(JsonBytes json, LiveStream stream) {
        json.raw("{\"id\":").text(stream.id());
        json.raw(",\"user_id\":").text(stream.userId());
        json.raw(",\"user_login\":").text(stream.userLogin());
        json.raw(",\"user_name\":").text(stream.userName());
        json.raw(",\"game_id\":").text(stream.gameId());
        json.raw(",\"game_name\":").text(stream.gameName());
        json.raw(",\"type\":").text(stream.type());
        json.raw(",\"title\":").text(stream.title());
        json.raw(",\"viewer_count\":").raw(Integer.toString(stream.viewerCount()));
        json.raw(",\"started_at\":").text(stream.startedAt().toString());
        json.raw(",\"language\":").text(stream.language());
        json.raw(",\"thumbnail_url\":").text(stream.thumbnailUrl());
        json.raw(",\"tag_ids\":").texts(stream.tagIds());
        json.raw(",\"tags\":");
        if (stream.tags() == null) {
            json.raw("null");
        } else {
            json.texts(stream.tags());
        }
        json.raw(",\"is_mature\":").raw(Boolean.toString(stream.isMature())).raw("}");
    }
}
