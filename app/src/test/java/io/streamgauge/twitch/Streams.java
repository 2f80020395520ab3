package io.streamgauge.twitch;

import java.util.List;
import java.util.stream.IntStream;

/** Rows and pages as Helix writes them. */
public final class Streams {

    private Streams() {}

    public static String row(int id, long viewers) {
        return """
                {"id":"%d","user_id":"9%d","user_login":"login%d","user_name":"Name%d","game_id":"7","game_name":"Chess",\
                "type":"live","title":"Hello, \\"world\\"","tags":["English"],"viewer_count":%d,\
                "started_at":"2026-11-22T08:00:00Z","language":"en","thumbnail_url":"https://x/{width}x{height}.jpg",\
                "tag_ids":[],"is_mature":false}""".formatted(id, id, id, id, viewers);
    }

    /** So many rows, numbered from one number on, all with the same viewers. */
    public static List<String> rows(int from, int count, long viewers) {
        return IntStream.range(from, from + count)
                .mapToObj(id -> row(id, viewers))
                .toList();
    }

    public static String page(List<String> rows, String cursor) {
        String pagination = cursor == null ? "{}" : "{\"cursor\":\"" + cursor + "\"}";
        return "{\"data\":[" + String.join(",", rows) + "],\"pagination\":" + pagination + "}";
    }
}
