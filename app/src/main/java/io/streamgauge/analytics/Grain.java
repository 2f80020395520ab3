package io.streamgauge.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How fine a series is. */
public enum Grain {
    SNAPSHOT,
    HOUR,
    DAY;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grain> of(String text) {
        return Arrays.stream(values())
                .filter(grain -> grain.text().equals(text))
                .findFirst();
    }
}
