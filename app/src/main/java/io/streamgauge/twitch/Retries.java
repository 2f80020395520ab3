package io.streamgauge.twitch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides for one call what a failure leads to, and counts its tries. */
final class Retries {

    static final int MOST_FAULTS = 5;
    static final int MOST_REFUSED_CURSORS = 4;
    static final int MOST_EMPTY_BUCKETS = 5;
    private static final Duration UNSTATED_RESET = Duration.ofSeconds(60);

    /** What to do next. */
    sealed interface Step {

        record TryAfter(Duration pause) implements Step {}

        /** The limit was hit although points should be left. */
        record TryThrottled(Duration pause) implements Step {}

        record TryWhenFull(Instant reset) implements Step {}

        record RenewToken() implements Step {}

        record GiveUp() implements Step {}
    }

    private final Backoff backoff;
    private int tries;
    private int faults;
    private int refusedCursors;
    private int refusedTokens;
    private int limitsHit;

    Retries(Backoff backoff) {
        this.backoff = backoff;
    }

    int tries() {
        return tries;
    }

    Step after(Failure failure, boolean hadCursor) {
        tries++;
        if (failure instanceof Failure.Refused refused) {
            return afterStatus(refused.answer(), hadCursor);
        }
        if (failure instanceof Failure.Unreadable unreadable
                && !unreadable.cause().isBroken()) {
            return new Step.GiveUp();
        }
        return fault();
    }

    private Step afterStatus(Answer answer, boolean hadCursor) {
        int status = answer.status();
        if (status == 429) {
            return afterLimit(answer);
        }
        if (status == 401) {
            return ++refusedTokens > 1 ? new Step.GiveUp() : new Step.RenewToken();
        }
        if (status == 400 && hadCursor) {
            return again(++refusedCursors, MOST_REFUSED_CURSORS);
        }
        return status >= 500 ? fault() : new Step.GiveUp();
    }

    private Step afterLimit(Answer answer) {
        if (++limitsHit >= MOST_EMPTY_BUCKETS) {
            return new Step.GiveUp();
        }
        if (answer.rateLimit().hasPointsLeft()) {
            return new Step.TryThrottled(backoff.after(limitsHit));
        }
        Optional<Instant> reset = answer.rateLimit().reset();
        return new Step.TryWhenFull(reset.orElse(answer.receivedAt().plus(UNSTATED_RESET)));
    }

    private Step fault() {
        return again(++faults, MOST_FAULTS);
    }

    private Step again(int failures, int most) {
        return failures >= most ? new Step.GiveUp() : new Step.TryAfter(backoff.after(failures));
    }
}
