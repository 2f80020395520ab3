package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** Names periods in words. */
public final class PeriodLabels {

    private PeriodLabels() {}

    public static String label(Period period, Optional<PeriodName> name, ZonedTimes times) {
        return name.map(known -> label(period, known, times)).orElse("Chosen period");
    }

    private static String label(Period period, PeriodName name, ZonedTimes times) {
        return switch (name) {
            case LAST_HOUR -> "Last hour";
            case LAST_DAY -> "Last day";
            case LAST_WEEK -> "Last week";
            case HOUR -> times.moment(period.from());
            case DAY -> times.weekdayDate(period.from());
            case WEEK -> week(period, times);
            case MONTH -> times.month(period.from());
        };
    }

    /** From when to when, with its zone. */
    public static String range(Period period, ZonedTimes times) {
        return times.range(period) + " " + times.name();
    }

    private static String week(Period period, ZonedTimes times) {
        var start = period.from().atZone(times.zone());
        return "Week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " of " + start.get(IsoFields.WEEK_BASED_YEAR);
    }
}
