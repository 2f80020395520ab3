package io.streamgauge.simulator;

/** How a channel goes live: on which days of the week, how surely, how long and how punctually. */
enum Habit {
    DAILY(0.08, 0.93, 1.35, 25 * 60, new int[] {0b1111111, 0b1110111, 0b0011111}),
    SEVERAL_DAYS(0.14, 0.88, 1.1, 25 * 60, new int[] {0b0101011, 0b0010101}),
    OCCASIONAL(0.78, 0.075, 0.8, 2 * 3600, new int[] {0b1111111});

    /** Occasional streamers do so more often at weekends. */
    private static final double WEEKEND_LEAN = 1.25;

    final double share;
    final double lengthFactor;
    /** The start is at most this many seconds off the habitual one. */
    final int unpunctuality;

    private final double chance;
    private final int[] weeks;

    Habit(double share, double chance, double lengthFactor, int unpunctuality, int[] weeks) {
        this.share = share;
        this.chance = chance;
        this.lengthFactor = lengthFactor;
        this.unpunctuality = unpunctuality;
        this.weeks = weeks;
    }

    static Habit of(long channelHash) {
        double position = Hash.unit(channelHash, Trait.HABIT);
        if (position < OCCASIONAL.share) {
            return OCCASIONAL;
        }
        return position < OCCASIONAL.share + SEVERAL_DAYS.share ? SEVERAL_DAYS : DAILY;
    }

    boolean goesLive(long channelHash, long day) {
        int weekday = weekday(day);
        double likelihood = chance * lean(weekday);
        if (Hash.unit(channelHash, Trait.DAYS + day) >= likelihood) {
            return false;
        }
        int week = weeks[Hash.below(weeks.length, channelHash, Trait.WEEK)];
        int turned = (weekday + Hash.below(7, channelHash, Trait.WEEK_TURN)) % 7;
        return (week >>> turned & 1) == 1;
    }

    /** Broadcasts a day on average. */
    double perDay() {
        double days = 0;
        for (int week : weeks) {
            days += Integer.bitCount(week) / 7.0 / weeks.length;
        }
        double leaning = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            leaning += lean(weekday) / 7;
        }
        return chance * days * leaning;
    }

    private double lean(int weekday) {
        return this == OCCASIONAL && weekday >= 5 ? WEEKEND_LEAN : 1;
    }

    /** Monday is 0. */
    static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }
}
