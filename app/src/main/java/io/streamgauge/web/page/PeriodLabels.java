package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** Names periods in words. */
public final class PeriodLabels {

    private PeriodLabels() {}

    public static String label(Period period, Optional<PeriodName> name) {
        return name.map(known -> label(period, known)).orElse("Chosen period");
    }

    private static String label(Period period, PeriodName name) {
        return switch (name) {
            case LAST_HOUR -> "Last hour";
            case LAST_DAY -> "Last day";
            case LAST_WEEK -> "Last week";
            case HOUR -> Times.moment(period.from());
            case DAY -> Times.weekdayDate(period.from());
            case WEEK -> week(period);
            case MONTH -> Times.month(period.from());
        };
    }

    /** From when to when, with its zone. */
    public static String range(Period period) {
        return Times.range(period) + " UTC";
    }

    private static String week(Period period) {
        var start = period.from().atZone(ZoneOffset.UTC);
        return "Week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " of " + start.get(IsoFields.WEEK_BASED_YEAR);
    }
}
