package io.streamgauge.twitch;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast the bucket refills: as stated, the whole bucket in a minute, until a refusal proves it slower. Then it is what was
 * measured between two times at which the points were known: the calls that passed, less the points there were. What was
 * learned is given up slowly again, from a minute after the last lesson on.
 */
final class Refill {

    private static final double STATED_SECONDS = 60;
    private static final double SLOWEST = 1.0 / 16;
    private static final double MARGIN = 0.98;
    private static final double STEEPEST_LESSON = 0.5;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final double GIVEN_UP_PER_SECOND = 0.05 / 60;

    /** Which part of the stated refill is believed. */
    private double trust = 1;

    private Instant learnedAt = Instant.MIN;
    private Instant knownAt;
    private double knownPoints;
    private long passed;

    static double asStated(double limit) {
        return limit / STATED_SECONDS;
    }

    /** Points a second of a bucket of this size. */
    double perSecond(double limit) {
        return trust * asStated(limit);
    }

    boolean isAsStated() {
        return trust == 1;
    }

    /** Whether it is known how many points there were at some time. */
    boolean isKnown() {
        return knownAt != null;
    }

    /** The bucket holds so many points; what is measured is measured from here. */
    void known(double points, Instant now) {
        knownPoints = points;
        knownAt = now;
        passed = 0;
    }

    /** A call was let through. */
    void passed() {
        passed++;
    }

    /** The bucket is empty although by this count it should not be. */
    void foundEmpty(double limit, Instant now) {
        if (isKnown()) {
            double seconds = Math.max(0.001, Duration.between(knownAt, now).toNanos() / 1e9);
            double measured = (passed - knownPoints) / seconds / asStated(limit);
            double least = Math.max(SLOWEST, trust * STEEPEST_LESSON);
            trust = Math.max(least, MARGIN * Math.min(trust, measured));
            learnedAt = now;
        }
        known(0, now);
    }

    /** Time went by. */
    void pass(Instant from, Instant to) {
        Instant kept = learnedAt.plus(KEPT);
        Instant start = kept.isAfter(from) ? kept : from;
        if (!isAsStated() && to.isAfter(start)) {
            trust = Math.min(1, trust + Duration.between(start, to).toNanos() / 1e9 * GIVEN_UP_PER_SECOND);
        }
    }
}
