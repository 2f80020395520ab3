package io.streamgauge.simulator;

/**
 * How many viewers a stream has by its place among all: concave at the head, steep below, long at the tail. The head is
 * stretched or pressed so that a world of any size has {@value #MEAN_VIEWERS} viewers per stream.
 */
final class AudienceCurve {
    static final double MEAN_VIEWERS = 24;

    /** Above this many viewers the curve is stretched. */
    private static final double HEAD = 25;

    private static final double[] PLACES = {1e-5, 2e-4, 1e-3, 2e-3, 4.6e-3, 0.057, 0.22, 0.5, 0.84, 1};
    private static final double[] VIEWERS = {88_000, 14_500, 4_100, 2_100, 1_020, 25, 5.6, 2.1, 0.75, 0.15};

    private static final double[] SLOPES = slopes();

    private final double firstPlace;
    private final double stretch;

    AudienceCurve(int streams) {
        firstPlace = 0.7 / streams;
        stretch = stretchFor(MEAN_VIEWERS);
    }

    /** @param place the share of all streams that have more viewers */
    double viewersAt(double place) {
        return viewersAt(place, stretch);
    }

    private double viewersAt(double place, double exponent) {
        double bounded = Math.max(place, firstPlace);
        int lower = 1;
        while (lower < PLACES.length - 1 && PLACES[lower] < bounded) {
            lower++;
        }
        double viewers = VIEWERS[lower] * StrictMath.pow(bounded / PLACES[lower], SLOPES[lower]);
        return viewers <= HEAD ? viewers : HEAD * StrictMath.pow(viewers / HEAD, exponent);
    }

    private double stretchFor(double mean) {
        double least = 0.5;
        double most = 1.5;
        for (int round = 0; round < 40; round++) {
            double middle = (least + most) / 2;
            if (meanWith(middle) < mean) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return (least + most) / 2;
    }

    private double meanWith(double exponent) {
        double sum = viewersAt(firstPlace, exponent) * firstPlace;
        double from = firstPlace;
        while (from < 1) {
            double to = Math.min(1, from * 1.02);
            sum += viewersAt((from + to) / 2, exponent) * (to - from);
            from = to;
        }
        return sum;
    }

    private static double[] slopes() {
        double[] slopes = new double[PLACES.length];
        for (int knot = 1; knot < slopes.length; knot++) {
            slopes[knot] =
                    StrictMath.log(VIEWERS[knot] / VIEWERS[knot - 1]) / StrictMath.log(PLACES[knot] / PLACES[knot - 1]);
        }
        return slopes;
    }
}
