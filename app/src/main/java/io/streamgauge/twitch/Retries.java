package io.streamgauge.twitch;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Decides for one call what a failure leads to, and counts its tries. */
final class Retries {

    static final int MOST_FAULTS = 5;
    static final int MOST_REFUSED_CURSORS = 4;
    static final int MOST_EMPTY_BUCKETS = 5;
    static final int MOST_REFUSALS_OF_ONE_CALL = 20;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;

    /** What to do next. */
    sealed interface Step {

        record TryAfter(Duration pause) implements Step {}

        /** The limit was hit; try again when it allows. */
        record TryWhenAllowed() implements Step {}

        record RenewToken() implements Step {}

        record GiveUp() implements Step {}
    }

    private final Backoff backoff;
    private final IntSupplier refusalsInARow;
    private int tries;
    private int faults;
    private int refusedCursors;
    private int refusedTokens;
    private int limitsHit;

    /** For a call that shares its limit with no other. */
    Retries(Backoff backoff) {
        this.backoff = backoff;
        this.refusalsInARow = () -> limitsHit;
    }

    /** @param refusalsInARow how often the limit was hit since a call last passed, this one or another */
    Retries(Backoff backoff, IntSupplier refusalsInARow) {
        this.backoff = backoff;
        this.refusalsInARow = refusalsInARow;
    }

    int tries() {
        return tries;
    }

    /** Whether other calls were refused so often, while this one waited after a refusal, that it need not try again. */
    boolean isHopeless() {
        return limitsHit > 0 && refusalsInARow.getAsInt() >= MOST_EMPTY_BUCKETS;
    }

    Step after(Failure failure, boolean hadCursor) {
        tries++;
        if (failure instanceof Failure.Refused refused) {
            return afterStatus(refused.answer().status(), hadCursor);
        }
        if (failure instanceof Failure.Unreadable unreadable
                && !unreadable.cause().isBroken()) {
            return new Step.GiveUp();
        }
        return fault();
    }

    private Step afterStatus(int status, boolean hadCursor) {
        if (status == 429) {
            return afterLimit();
        }
        if (status == 401) {
            return ++refusedTokens > 1 ? new Step.GiveUp() : new Step.RenewToken();
        }
        if (status == 400 && hadCursor) {
            return again(++refusedCursors, MOST_REFUSED_CURSORS);
        }
        return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_EARLY ? fault() : new Step.GiveUp();
    }

    private Step afterLimit() {
        limitsHit++;
        return refusalsInARow.getAsInt() >= MOST_EMPTY_BUCKETS || limitsHit >= MOST_REFUSALS_OF_ONE_CALL
                ? new Step.GiveUp()
                : new Step.TryWhenAllowed();
    }

    private Step fault() {
        return again(++faults, MOST_FAULTS);
    }

    private Step again(int failures, int most) {
        return failures >= most ? new Step.GiveUp() : new Step.TryAfter(backoff.after(failures));
    }
}
