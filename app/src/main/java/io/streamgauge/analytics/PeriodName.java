package io.streamgauge.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The periods that have a name: calendar ones in UTC, and windows that end with the newest snapshot's reach. */
public enum PeriodName {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    LAST_HOUR,
    LAST_DAY,
    LAST_WEEK;

    /** The name in addresses and tables: {@code last-hour}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isRolling() {
        return this == LAST_HOUR || this == LAST_DAY || this == LAST_WEEK;
    }

    public static Optional<PeriodName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }
}
