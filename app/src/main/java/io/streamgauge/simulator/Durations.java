package io.streamgauge.simulator;

/** How long broadcasts last: half an hour to twelve hours. */
final class Durations {

    private static final double SHORTEST_HOURS = 0.5;
    private static final double LONGEST_HOURS = 12;
    private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.9, 0.98, 1};
    private static final double[] HOURS = {0.5, 1.4, 2.5, 4.2, 6.2, 9.5, 12};
    private static final int STEPS = 1000;

    private Durations() {}

    static double hours(double quantile, Habit habit) {
        int upper = 1;
        while (QUANTILES[upper] < quantile) {
            upper++;
        }
        double fraction = (quantile - QUANTILES[upper - 1]) / (QUANTILES[upper] - QUANTILES[upper - 1]);
        double hours = HOURS[upper - 1] + (HOURS[upper] - HOURS[upper - 1]) * fraction;
        return Math.min(LONGEST_HOURS, Math.max(SHORTEST_HOURS, hours * habit.lengthFactor));
    }

    static double meanHours(Habit habit) {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            sum += hours((step + 0.5) / STEPS, habit);
        }
        return sum / STEPS;
    }

    /** The share of broadcasts still live this many hours after their start. */
    static double stillLive(double after) {
        double live = 0;
        double all = 0;
        for (Habit habit : Habit.values()) {
            double broadcasts = habit.share * habit.perDay();
            for (int step = 0; step < STEPS; step++) {
                live += hours((step + 0.5) / STEPS, habit) > after ? broadcasts : 0;
                all += broadcasts;
            }
        }
        return live / all;
    }

    /** The hours a day that an average channel is live. */
    static double liveHoursPerDay() {
        double hours = 0;
        for (Habit habit : Habit.values()) {
            hours += habit.share * habit.perDay() * meanHours(habit);
        }
        return hours;
    }

    /** The share of live streams that occasional streamers have. */
    static double occasionalShare() {
        return Habit.OCCASIONAL.share * Habit.OCCASIONAL.perDay() * meanHours(Habit.OCCASIONAL) / liveHoursPerDay();
    }
}
