package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Periods whose figures are kept in tables: calendar hours, days and weeks, and the windows that end with the newest snapshot. */
final class StoredPeriods {

    private static final long HOUR = 3600;
    private static final Map<Long, String> WINDOWS =
            Map.of(HOUR, "last-hour", 24 * HOUR, "last-day", 7 * 24 * HOUR, "last-week");

    private StoredPeriods() {}

    /**
     * What is known of all channels of a kept period.
     *
     * @param channels how many were on air
     */
    record Kept(Target target, long channels, long viewerSeconds, long coveredSeconds) {}

    /** The kept figures of a period, empty where there are none. */
    static Optional<Kept> of(View view, Instant from, Instant to) {
        Span span = new Span(from, to);
        return view.answer(
                List.of("kept", span),
                () -> name(view, span).map(name -> new Target(name, span)).flatMap(target -> view
                        .stored(
                                """
                                select totals.*
                                from gold_period_totals as totals
                                inner join target_periods using (period, period_start)
                                """,
                                List.of("gold_period_totals", "target_periods"),
                                target,
                                List.of(),
                                row -> new Kept(
                                        target,
                                        row.number("unique_channels"),
                                        row.number("viewer_seconds"),
                                        row.number("covered_seconds")))
                        .stream()
                        .findFirst()));
    }

    private static Optional<String> name(View view, Span span) {
        long seconds = span.seconds();
        if (span.to().equals(view.end()) && WINDOWS.containsKey(seconds)) {
            return Optional.of(WINDOWS.get(seconds));
        }
        if (seconds == HOUR && span.from().equals(span.from().truncatedTo(ChronoUnit.HOURS))) {
            return Optional.of("hour");
        }
        boolean onDay = span.from().equals(span.from().truncatedTo(ChronoUnit.DAYS));
        if (onDay && seconds == 24 * HOUR) {
            return Optional.of("day");
        }
        boolean onMonday =
                onDay && LocalDate.ofInstant(span.from(), ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.MONDAY;
        return onMonday && seconds == 7 * 24 * HOUR ? Optional.of("week") : Optional.empty();
    }
}
