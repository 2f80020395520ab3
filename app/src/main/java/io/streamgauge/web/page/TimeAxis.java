package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Picks the times that label a period's axis, and says them as people do. */
final class TimeAxis {

    private static final DateTimeFormatter CLOCK = formatted("HH:mm");
    private static final DateTimeFormatter WEEKDAY = formatted("EEE d");
    private static final DateTimeFormatter DAY = formatted("d MMM");
    private static final DateTimeFormatter MONTH = formatted("MMM yyyy");
    private static final int MOST_LABELS = 400;

    private TimeAxis() {}

    private static DateTimeFormatter formatted(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    static List<Chart.Tick> of(Period period, Plot plot, ZoneId zone) {
        ZonedDateTime from = period.from().atZone(zone);
        ZonedDateTime midnight = from.with(LocalTime.MIDNIGHT);
        long hours = period.seconds() / 3600;
        if (hours <= 2) {
            return ticks(period, plot, from.withMinute(0).withSecond(0), time -> time.plusMinutes(15), CLOCK);
        }
        if (hours <= 12) {
            return ticks(period, plot, midnight, time -> time.plusHours(1), CLOCK);
        }
        if (hours <= 48) {
            return ticks(period, plot, midnight, time -> time.plusHours(3), CLOCK);
        }
        if (hours <= 24 * 10) {
            return ticks(period, plot, midnight, time -> time.plusDays(1), WEEKDAY);
        }
        if (hours <= 24 * 70) {
            ZonedDateTime monday = midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return ticks(period, plot, monday, time -> time.plusWeeks(1), DAY);
        }
        int months = (int) Math.max(1, hours / (24 * 30 * 12));
        return ticks(period, plot, midnight.withDayOfMonth(1), time -> time.plusMonths(months), MONTH);
    }

    private static List<Chart.Tick> ticks(
            Period period,
            Plot plot,
            ZonedDateTime first,
            UnaryOperator<ZonedDateTime> next,
            DateTimeFormatter format) {
        List<Chart.Tick> ticks = new ArrayList<>();
        Instant start = period.from();
        Duration margin = Duration.ofSeconds(period.seconds() / 40);
        for (ZonedDateTime time = first;
                time.toInstant().isBefore(period.to()) && ticks.size() < MOST_LABELS;
                time = next.apply(time)) {
            Instant at = time.toInstant();
            if (!at.isBefore(start) && at.isBefore(period.to().minus(margin))) {
                ticks.add(new Chart.Tick(plot.position(at), label(time, format), ticks.size() % 2 == 1));
            }
        }
        return ticks;
    }

    /** Midnight among clock times is said by its date. */
    private static String label(ZonedDateTime time, DateTimeFormatter format) {
        boolean isDayStart = format == CLOCK && time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return isDayStart ? WEEKDAY.format(time) : format.format(time);
    }
}
