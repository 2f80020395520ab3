package io.streamgauge.web;

import java.util.Locale;

/** How records' components are named outside: {@code topShare10} is {@code top_share_10}. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String name) {
        return name.replaceAll("([A-Z])|(?<=[a-z])([0-9])", "_$1$2").toLowerCase(Locale.ROOT);
    }
}
