package io.streamgauge.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of a query string or a form; a key may be repeated. Keys without a value are left out. */
record Query(Map<String, List<String>> values) {

    static Query of(String... encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : String.join("&", encoded).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0 && equals < part.length() - 1) {
                values.computeIfAbsent(decoded(part.substring(0, equals)), key -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    Optional<String> one(String key) {
        return all(key).stream().findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
