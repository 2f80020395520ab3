package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cursor of Get Streams: the scores of a page's first and last row. */
record ScoreCursor(double firstScore, double lastScore) {
    private static final JsonMapper JSON = new JsonMapper();

    String encoded() {
        String json =
                "{\"b\":{\"Cursor\":\"" + inner(firstScore) + "\"},\"a\":{\"Cursor\":\"" + inner(lastScore) + "\"}}";
        return Base64.getEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static ScoreCursor decoded(String cursor) {
        try {
            JsonNode outer = JSON.readTree(Base64.getDecoder().decode(cursor));
            return new ScoreCursor(score(outer.path("b")), score(outer.path("a")));
        } catch (IllegalArgumentException | JacksonException malformed) {
            throw new Refusal(400, "invalid cursor");
        }
    }

    private static String inner(double score) {
        String json = "{\"s\":" + score + ",\"d\":false,\"t\":true}";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static double score(JsonNode side) {
        JsonNode inner =
                JSON.readTree(Base64.getDecoder().decode(side.path("Cursor").asString("")));
        if (!inner.path("s").isNumber()) {
            throw new IllegalArgumentException("A cursor holds a score");
        }
        return inner.path("s").doubleValue();
    }
}
