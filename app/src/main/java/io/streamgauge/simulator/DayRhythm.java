package io.streamgauge.simulator;

import java.util.List;

/** When the streamers of a language go live and when their viewers watch, by the clocks of the places they live in. */
final class DayRhythm {
    static final int HOURS = 24;
    private static final int WEEK_HOURS = 7 * HOURS;
    /** The first Monday of 1970. */
    private static final long MONDAY = 4L * 86400;
    /** In the middle of a weekend everything happens this much earlier. */
    private static final double WEEKEND_SHIFT_HOURS = 1.5;

    private static final double MORE_AT_WEEKENDS = 0.06;

    private final double[] startShares = new double[HOURS];
    private final double[] crowd = new double[WEEK_HOURS + 1];

    private DayRhythm(Language language, double[] stillLive) {
        for (int hour = 0; hour < HOURS; hour++) {
            for (Language.Place place : language.places()) {
                startShares[hour] += place.weight() * starts(Math.floorMod(hour + place.utcOffset(), HOURS));
            }
        }
        scale(startShares, HOURS);
        for (int hour = 0; hour < crowd.length; hour++) {
            double weekend = weekend(hour % WEEK_HOURS);
            for (Language.Place place : language.places()) {
                double local = hour + place.utcOffset() + weekend * WEEKEND_SHIFT_HOURS;
                crowd[hour] += place.weight() * watching(local) * (1 + weekend * MORE_AT_WEEKENDS);
            }
        }
        scaleCrowd(stillLive);
    }

    static DayRhythm[] of(List<Language> languages) {
        double[] stillLive = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            stillLive[hour] = Durations.stillLive(hour + 0.5);
        }
        return languages.stream()
                .map(language -> new DayRhythm(language, stillLive))
                .toArray(DayRhythm[]::new);
    }

    double startShare(int hourOfDay) {
        return startShares[hourOfDay];
    }

    /** How many watch at a time, as a factor with mean 1 over all that is live. */
    double crowdAt(long epochSecond) {
        double hour = Math.floorMod(epochSecond - MONDAY, WEEK_HOURS * 3600L) / 3600.0;
        int slot = (int) hour;
        return crowd[slot] + (crowd[slot + 1] - crowd[slot]) * (hour - slot);
    }

    /** How many seconds earlier than on other days broadcasts start that would start in this hour since 1970. */
    static long earlierBy(long epochHour) {
        int hourOfWeek = (int) Math.floorMod(epochHour - MONDAY / 3600, (long) WEEK_HOURS);
        return (long) (weekend(hourOfWeek) * WEEKEND_SHIFT_HOURS * 3600);
    }

    /** Rises from 0 on Saturday morning to 1 and falls to 0 on Sunday night. */
    private static double weekend(int hourOfWeek) {
        double saturday = (hourOfWeek - 5 * HOURS) / 12.0;
        double sunday = (WEEK_HOURS - hourOfWeek) / 12.0;
        return Math.max(0, Math.min(1, Math.min(saturday, sunday)));
    }

    private static double starts(double localHour) {
        return 0.42 / HOURS + 0.26 * bell(localHour, 13.5, 2.8) + 0.32 * bell(localHour, 17.5, 2.2);
    }

    private static double watching(double localHour) {
        return 1 + 0.07 * StrictMath.cos((localHour - 19) * 2 * StrictMath.PI / HOURS);
    }

    private static double bell(double hour, double middle, double width) {
        double apart = Math.abs(hour - middle);
        double distance = Math.min(apart, HOURS - apart) / width;
        return StrictMath.exp(-0.5 * distance * distance) / (width * 2.5066);
    }

    private void scaleCrowd(double[] stillLive) {
        double live = 0;
        double watched = 0;
        for (int hour = 0; hour < WEEK_HOURS; hour++) {
            double streams = 0;
            for (int age = 0; age < HOURS; age++) {
                streams += startShares[Math.floorMod(hour - age, HOURS)] * stillLive[age];
            }
            live += streams;
            watched += streams * crowd[hour];
        }
        for (int hour = 0; hour < crowd.length; hour++) {
            crowd[hour] *= live / watched;
        }
    }

    private static void scale(double[] shares, int count) {
        double sum = 0;
        for (int index = 0; index < count; index++) {
            sum += shares[index];
        }
        for (int index = 0; index < count; index++) {
            shares[index] /= sum;
        }
    }
}
