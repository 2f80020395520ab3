package io.streamgauge.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address on this server: a path and its parameters in order. */
public record Address(String path, Map<String, String> parameters) {

    public Address {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new Address(path, changed);
    }

    public Address with(Map<String, String> others) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.putAll(others);
        return new Address(path, changed);
    }

    public Address without(String... names) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        for (String name : names) {
            changed.remove(name);
        }
        return new Address(path, changed);
    }

    /** One segment of a path, encoded. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .map(entry -> segment(entry.getKey()) + "=" + segment(entry.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
