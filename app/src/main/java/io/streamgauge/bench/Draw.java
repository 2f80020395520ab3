package io.streamgauge.bench;

import java.util.Locale;

/** SQL for random numbers that depend on their keys alone, and for what is drawn by them. */
final class Draw {

    private static final int CATEGORIES = 5000;
    private static final double FLATTER = 2.5;
    private static final double STEEPNESS = 1.15;

    private static final double[] PLACES = {1e-5, 2e-4, 1e-3, 2e-3, 4.6e-3, 0.057, 0.22, 0.5, 0.84, 1};
    private static final double[] VIEWERS = {88_000, 14_500, 4_100, 2_100, 1_020, 25, 5.6, 2.1, 0.75, 0.15};

    private Draw() {}

    /** A number in [0, 1). */
    static String unit(int trait, String keys) {
        return "(hash(hash(" + keys + ", " + trait + ")) >> 11) / 9007199254740992.0";
    }

    /** The number of a category, drawn by popularity: the n-th has a weight of 1 / (n + 2.5)^1.15. */
    static String category(String unit) {
        double power = 1 - STEEPNESS;
        double first = Math.pow(FLATTER, power);
        double last = Math.pow(FLATTER + CATEGORIES, power);
        return String.format(
                Locale.ROOT,
                "cast(pow(%.9f - (%s) * %.9f, %.9f) - %.1f as integer)",
                first,
                unit,
                first - last,
                1 / power,
                FLATTER);
    }

    /** A category's id by its number; a few numbers stand for none. */
    static String categoryId(String number) {
        return String.format(
                "case when %1$s %% 251 = 250 then '' else cast(case when %1$s %% 20 = 3 then 500000 else 10000 end"
                        + " + %1$s * 271 + %1$s %% 97 as string) end",
                number);
    }

    /** A channel's usual viewers by the share of channels that have more: heavy at the head, long at the tail. */
    static String viewers(String place) {
        StringBuilder curve = new StringBuilder("case");
        for (int knot = 1; knot < PLACES.length; knot++) {
            double slope = Math.log(VIEWERS[knot] / VIEWERS[knot - 1]) / Math.log(PLACES[knot] / PLACES[knot - 1]);
            curve.append(String.format(
                    Locale.ROOT,
                    " when %1$s <= %2$s then %3$s * pow(%1$s / %2$s, %4$.6f)",
                    place,
                    PLACES[knot],
                    VIEWERS[knot],
                    slope));
        }
        return curve.append(" end").toString();
    }
}
