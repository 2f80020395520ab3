package io.streamgauge.twitch;

import java.time.Duration;
import java.time.Instant;

/** The refusals (429) that the calls met; those of calls that were under way together count as one. */
final class Refusals {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int PASSED_BY_CHANCE = 10;

    private long firstThatCounts;
    private Instant newest = Instant.MIN;
    private long passedSince;
    private int inARow;
    private boolean repeated;

    /**
     * Notes a refusal.
     *
     * @param granted calls let go so far
     * @param perSecond the refill as stated
     * @return whether it is news
     */
    boolean note(Turn.Permit permit, long granted, double perSecond, Instant now) {
        if (permit.number() < firstThatCounts) {
            return false;
        }
        repeated = now.isBefore(newest.plus(REMEMBERED)) && couldHaveBeenEmpty(perSecond, now);
        firstThatCounts = granted;
        newest = now;
        passedSince = 0;
        inARow++;
        return true;
    }

    void passed() {
        passedSince++;
        inARow = 0;
    }

    /** How many there were since a call last passed. */
    int inARow() {
        return inARow;
    }

    /** Whether the newest came soon after one that an empty bucket can be the reason of. */
    boolean isRepeated() {
        return repeated;
    }

    private boolean couldHaveBeenEmpty(double perSecond, Instant now) {
        double refilled = Duration.between(newest, now).toNanos() / 1e9 * perSecond;
        return passedSince <= refilled + PASSED_BY_CHANCE;
    }
}
