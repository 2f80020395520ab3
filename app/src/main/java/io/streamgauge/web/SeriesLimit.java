package io.streamgauge.web;

import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.Instant;

/** Refuses series of more points than anybody would draw, before they are computed. */
final class SeriesLimit {

    /** More than a year of snapshots at the usual cadence. */
    static final long MOST_SNAPSHOTS = 40_000;

    /** More than a year of hours, and 27 years of days. */
    static final long MOST_AVERAGES = 10_000;

    private SeriesLimit() {}

    static void check(Period period, Grain grain, Status status) {
        long points = points(period, grain, status);
        long most = grain == Grain.SNAPSHOT ? MOST_SNAPSHOTS : MOST_AVERAGES;
        if (points > most) {
            throw RefusedRequest.badRequest("The series from " + period.from() + " to " + period.to() + " would have "
                    + points + " points by " + grain.text() + ", expected at most " + most
                    + ": ask for a shorter period"
                    + (grain == Grain.DAY ? "" : " or, where there is one, a coarser grain"));
        }
    }

    /** Of the part that has passed, at most; there are no more snapshots than slots. */
    private static long points(Period period, Grain grain, Status status) {
        Instant end = period.to().isBefore(status.now()) ? period.to() : status.now();
        long seconds = Math.max(0, Duration.between(period.from(), end).toSeconds());
        return switch (grain) {
            case SNAPSHOT ->
                Math.min(
                        seconds / Math.max(1, status.cadenceSeconds()),
                        status.slots().planned());
            case HOUR -> seconds / 3_600;
            case DAY -> seconds / 86_400;
        };
    }
}
