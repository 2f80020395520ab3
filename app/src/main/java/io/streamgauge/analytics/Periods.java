package io.streamgauge.analytics;

import io.streamgauge.lake.CrawlRecord;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Finds the period that a name stands for. */
final class Periods {

    /** The version of a lake that holds nothing yet. */
    static final String NOTHING = "none";

    private Periods() {}

    static Period of(View view, PeriodName name, Optional<Instant> at, ZoneId zone) {
        if (name.isRolling() && at.isPresent()) {
            throw new IllegalArgumentException(
                    "at goes with a calendar period; " + name.text() + " ends with the newest snapshot");
        }
        Optional<CrawlRecord> newest = view.newest();
        Instant end = newest.map(crawl -> crawl.snapshotAt().plusSeconds(crawl.cadenceSeconds()))
                .orElseGet(() -> view.now().truncatedTo(ChronoUnit.SECONDS));
        ZonedDateTime inside = at.orElseGet(
                        () -> newest.map(CrawlRecord::snapshotAt).orElse(end))
                .atZone(zone);
        LocalDate date = inside.toLocalDate();
        return switch (name) {
            case LAST_HOUR -> new Period(end.minus(1, ChronoUnit.HOURS), end);
            case LAST_DAY -> new Period(end.minus(1, ChronoUnit.DAYS), end);
            case LAST_WEEK -> new Period(end.minus(7, ChronoUnit.DAYS), end);
            case HOUR -> {
                Instant hour = inside.truncatedTo(ChronoUnit.HOURS).toInstant();
                yield new Period(hour, hour.plus(1, ChronoUnit.HOURS));
            }
            case DAY -> days(date, date.plusDays(1), zone);
            case WEEK -> {
                LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield days(monday, monday.plusDays(7), zone);
            }
            case MONTH -> days(date.withDayOfMonth(1), date.withDayOfMonth(1).plusMonths(1), zone);
        };
    }

    /** From the first moment of one day to that of another; where the clocks change these are not 24 hours a day. */
    private static Period days(LocalDate from, LocalDate to, ZoneId zone) {
        return new Period(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
}
