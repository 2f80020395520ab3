package io.streamgauge.web;

import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Period;
import java.time.Duration;

/** How fine a period is drawn and told, so that it stays readable and light. */
final class Grains {

    private Grains() {}

    static Grain ofChart(Period period) {
        return of(period, Duration.ofDays(9), Duration.ofDays(95));
    }

    static Grain ofTable(Period period) {
        return of(period, Duration.ofDays(1), Duration.ofDays(8));
    }

    /** The length of the averages that a series by snapshot is drawn in; zero where it is drawn as it is. */
    static Duration averagedInChart(Period period) {
        return length(ofChart(period));
    }

    /** The same on a page with several charts, which would weigh too much else. */
    static Duration averagedAmongCharts(Period period) {
        return length(ofTable(period));
    }

    private static Duration length(Grain grain) {
        return switch (grain) {
            case SNAPSHOT -> Duration.ZERO;
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofDays(1);
        };
    }

    private static Grain of(Period period, Duration longestInSnapshots, Duration longestInHours) {
        if (period.seconds() <= longestInSnapshots.toSeconds()) {
            return Grain.SNAPSHOT;
        }
        return period.seconds() <= longestInHours.toSeconds() ? Grain.HOUR : Grain.DAY;
    }
}
