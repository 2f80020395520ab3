package io.streamgauge.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The metrics that a ranking can be ordered by. */
public enum RankedBy {
    HOURS_WATCHED,
    PEAK_VIEWERS,
    AVERAGE_VIEWERS,
    AIRTIME_HOURS;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RankedBy> of(String text) {
        return Arrays.stream(values()).filter(by -> by.text().equals(text)).findFirst();
    }
}
