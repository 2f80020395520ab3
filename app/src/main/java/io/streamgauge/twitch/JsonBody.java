package io.streamgauge.twitch;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer's body as a tree, for answers that are small. */
final class JsonBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonBody() {}

    /** @throws BodyException where it is no JSON, or not to its end */
    static JsonNode read(byte[] body) {
        if (body.length == 0) {
            throw BodyException.broken("is empty");
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw BodyException.broken("is not JSON, or not to its end: " + e.getOriginalMessage());
        }
    }
}
