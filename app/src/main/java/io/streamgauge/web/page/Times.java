package io.streamgauge.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, in UTC. */
public final class Times {

    private static final DateTimeFormatter DATE = format("d MMM yyyy");
    private static final DateTimeFormatter WEEKDAY_DATE = format("EEE d MMM yyyy");
    private static final DateTimeFormatter CLOCK = format("HH:mm");
    private static final DateTimeFormatter WEEKDAY = format("EEE d MMM");
    private static final DateTimeFormatter WEEKDAY_CLOCK = format("EEE d MMM, HH:mm");
    private static final DateTimeFormatter FULL = format("EEE d MMM yyyy, HH:mm");

    private Times() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** Sun 22 Nov, 10:15. */
    public static String moment(Instant at) {
        return WEEKDAY_CLOCK.format(at);
    }

    /** Sun 22 Nov 2026, 10:15. */
    public static String full(Instant at) {
        return FULL.format(at);
    }

    public static String date(Instant at) {
        return DATE.format(at);
    }

    static String date(Instant at, ZoneId zone) {
        return DATE.withZone(zone).format(at);
    }

    /** Sun 22 Nov. */
    static String weekday(Instant at) {
        return WEEKDAY.format(at);
    }

    static String weekdayDate(Instant at) {
        return WEEKDAY_DATE.format(at);
    }

    /** 4 minutes ago, in the largest unit that fits. */
    static String ago(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 120) {
            return Numbers.counted(minutes, "minute", "minutes") + " ago";
        }
        if (minutes < 48 * 60) {
            return Numbers.counted(minutes / 60, "hour", "hours") + " ago";
        }
        return Numbers.counted(minutes / (24 * 60), "day", "days") + " ago";
    }

    /** How long work took: 1.3 s, 45 s, 3 min 20 s. */
    static String took(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 120) {
            return Numbers.fine(seconds < 10 ? seconds : whole) + " s";
        }
        return Numbers.exact(whole / 60) + " min " + whole % 60 + " s";
    }

    /** Hours and minutes: 4:05. */
    static String lasted(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
    }
}
