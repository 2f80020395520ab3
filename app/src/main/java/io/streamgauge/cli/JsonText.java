package io.streamgauge.cli;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that commands print: snake_case, UTC instants in ISO-8601. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonText() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
