package io.streamgauge.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer before it is sent. */
record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Integer, String> REASONS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            429, "Too Many Requests",
            500, "Internal Server Error");

    static Reply json(byte[] body) {
        return new Reply(200, Map.of(), body);
    }

    static Reply json(Object value) {
        return json(JSON.writeValueAsBytes(value));
    }

    static Reply empty() {
        return json(new byte[0]);
    }

    /** The shape of api.twitch.tv. */
    static Reply helixError(Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", REASONS.get(refusal.status()));
        error.put("status", refusal.status());
        error.put("message", refusal.getMessage());
        return new Reply(refusal.status(), Map.of(), JSON.writeValueAsBytes(error));
    }

    /** The shape of id.twitch.tv, which names no reason. */
    static Reply tokenError(Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("status", refusal.status());
        error.put("message", refusal.getMessage());
        return new Reply(refusal.status(), Map.of(), JSON.writeValueAsBytes(error));
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }
}
