package io.streamgauge.web;

import io.streamgauge.analytics.HoursOfWeek;
import io.streamgauge.analytics.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The weeks that tell what is usual around a period: enough of them to tell, few enough to be counted at once. */
final class Weeks {

    private static final Duration SHORTEST = Duration.ofDays(28);
    private static final Duration LONGEST = Duration.ofDays(91);

    private Weeks() {}

    /**
     * The period itself where it is a few weeks long, else the four weeks or the quarter of a year that end with it; in whole
     * hours, and no later than now.
     */
    static Period of(Period period, Instant now) {
        Instant last = period.to().isBefore(now) ? period.to() : now;
        Instant to = last.truncatedTo(ChronoUnit.HOURS);
        Instant from = period.from().truncatedTo(ChronoUnit.HOURS);
        Instant earliest = to.minus(LONGEST);
        Instant latest = to.minus(SHORTEST);
        Instant begin = from.isAfter(latest) ? latest : from;
        return new Period(begin.isBefore(earliest) ? earliest : begin, to);
    }

    /** Refuses more than is counted at once. */
    static void check(Period period) {
        if (Duration.between(period.from(), period.to()).compareTo(HoursOfWeek.LONGEST) > 0) {
            throw RefusedRequest.badRequest("The period from " + period.from() + " to " + period.to() + " has "
                    + Duration.between(period.from(), period.to()).toDays() + " days, expected at most "
                    + HoursOfWeek.LONGEST.toDays() + ": ask for a shorter one");
        }
    }
}
