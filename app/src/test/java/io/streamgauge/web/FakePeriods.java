package io.streamgauge.web;

import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Named periods as the lake would cut them. */
final class FakePeriods {

    private FakePeriods() {}

    static Period of(PeriodName name, Optional<Instant> at, Instant end) {
        ZonedDateTime within = at.orElse(end.minusSeconds(1)).atZone(ZoneOffset.UTC);
        ZonedDateTime midnight = within.with(LocalTime.MIDNIGHT);
        return switch (name) {
            case LAST_HOUR -> new Period(end.minus(1, ChronoUnit.HOURS), end);
            case LAST_DAY -> new Period(end.minus(1, ChronoUnit.DAYS), end);
            case LAST_WEEK -> new Period(end.minus(7, ChronoUnit.DAYS), end);
            case HOUR -> {
                ZonedDateTime start = within.truncatedTo(ChronoUnit.HOURS);
                yield new Period(start.toInstant(), start.plusHours(1).toInstant());
            }
            case DAY -> new Period(midnight.toInstant(), midnight.plusDays(1).toInstant());
            case WEEK -> {
                ZonedDateTime monday = midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday.toInstant(), monday.plusWeeks(1).toInstant());
            }
            case MONTH -> {
                ZonedDateTime first = midnight.withDayOfMonth(1);
                yield new Period(first.toInstant(), first.plusMonths(1).toInstant());
            }
        };
    }
}
