package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, in the zone that the reader chose. */
public record ZonedTimes(ZoneId zone) {

    public static final ZonedTimes UTC = new ZonedTimes(ZoneOffset.UTC);

    private static final DateTimeFormatter CLOCK = format("HH:mm");
    private static final DateTimeFormatter MONTH = format("MMMM yyyy");
    private static final DateTimeFormatter WEEKDAY_DATE = format("EEE d MMM yyyy");
    private static final DateTimeFormatter WEEKDAY_CLOCK = format("EEE d MMM, HH:mm");
    private static final DateTimeFormatter FULL = format("EEE d MMM yyyy, HH:mm");
    private static final DateTimeFormatter FIELD = format("yyyy-MM-dd'T'HH:mm");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The zone as it stands behind a time: UTC, Europe/Berlin. */
    public String name() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** Sun 22 Nov, 10:15. */
    public String moment(Instant at) {
        return WEEKDAY_CLOCK.format(at.atZone(zone));
    }

    /** Sun 22 Nov 2026, 10:15. */
    public String full(Instant at) {
        return FULL.format(at.atZone(zone));
    }

    /** 2026-11-22T10:15, as fields of forms hold it. */
    public String field(Instant at) {
        return FIELD.format(at.atZone(zone));
    }

    String month(Instant at) {
        return MONTH.format(at.atZone(zone));
    }

    String weekdayDate(Instant at) {
        return WEEKDAY_DATE.format(at.atZone(zone));
    }

    /** From when to when, as short as is clear; days by their dates alone, the last day included. */
    String range(Period period) {
        ZonedDateTime from = period.from().atZone(zone);
        ZonedDateTime to = period.to().atZone(zone);
        if (isMidnight(from) && isMidnight(to)) {
            ZonedDateTime lastDay = to.minusDays(1);
            return from.toLocalDate().equals(lastDay.toLocalDate())
                    ? WEEKDAY_DATE.format(from)
                    : WEEKDAY_DATE.format(from) + " to " + WEEKDAY_DATE.format(lastDay);
        }
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return FULL.format(from) + " to " + CLOCK.format(to);
        }
        return FULL.format(from) + " to " + FULL.format(to);
    }

    private static boolean isMidnight(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
