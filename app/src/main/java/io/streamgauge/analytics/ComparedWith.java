package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which earlier stretch of the same length a period is compared with. */
public enum ComparedWith {
    /** The time directly before. */
    PREVIOUS,
    /** Whole weeks before, the nearest that does not overlap. */
    WEEKDAYS,
    /** The same date a year before. */
    YEAR;

    private static final Duration WEEK = Duration.ofDays(7);

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ComparedWith> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** @param zone whose calendar a year before is of */
    public Period of(Period period, ZoneId zone) {
        return switch (this) {
            case PREVIOUS -> period.before();
            case WEEKDAYS -> {
                long weeks = (period.seconds() + WEEK.toSeconds() - 1) / WEEK.toSeconds();
                yield starting(period, period.from().minus(WEEK.multipliedBy(weeks)));
            }
            case YEAR ->
                starting(period, period.from().atZone(zone).minusYears(1).toInstant());
        };
    }

    /** The stretch of a period's length from another moment on. */
    public static Period starting(Period period, Instant from) {
        return new Period(from, from.plusSeconds(period.seconds()));
    }
}
