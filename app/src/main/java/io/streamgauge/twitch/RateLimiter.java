package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The bucket of points as this side knows it, shared by all calls of one client id. It refills as {@link Refill} believes and is
 * corrected downward, never upward, by what the headers say, calls under way taken off. A service that states no limit has
 * none.
 *
 * <p>While the bucket's state is in doubt, before the first answer and after a refusal, one call at a time is under way. A
 * refusal that says that points are left is forgiven while the refill is believed to be as stated, unless it is repeated soon;
 * any other means an empty bucket.
 */
final class RateLimiter {

    private static final double DOCUMENTED_LIMIT = 800;
    private static final Duration UNSTATED_RESET = Duration.ofSeconds(60);
    private static final Duration SHORTEST_CLOSURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSURE = Duration.ofSeconds(90);

    private final Clock clock;
    private final Waiter waiter;
    private final Backoff backoff;
    private final Refill refill = new Refill();
    private final Refusals refusals = new Refusals();

    private boolean limited = true;
    private boolean inDoubt = true;
    private double limit = DOCUMENTED_LIMIT;
    private double points = DOCUMENTED_LIMIT;
    private Instant refilledAt;
    private Instant closedUntil = Instant.MIN;
    private int underWay;
    private long granted;
    private Duration throttled = Duration.ZERO;

    RateLimiter(Clock clock, Waiter waiter, Backoff backoff) {
        this.clock = clock;
        this.waiter = waiter;
        this.backoff = backoff;
        this.refilledAt = clock.instant();
    }

    /** Takes a point, waiting for it if need be. Each call ends with {@link #answered} or {@link #unanswered}. */
    Turn.Permit acquire() throws InterruptedException {
        while (true) {
            Turn turn = take();
            if (turn instanceof Turn.Granted leave) {
                return leave.permit();
            }
            if (turn instanceof Turn.Later later) {
                pause(later.time());
            } else {
                awaitAnswer();
            }
        }
    }

    /** Takes a point if there is one to take now. */
    synchronized Turn take() {
        Instant now = refill();
        if (now.isBefore(closedUntil)) {
            return new Turn.Later(Duration.between(now, closedUntil));
        }
        if (mustWaitForAnswer()) {
            return new Turn.AfterAnAnswer();
        }
        if (limited && points < 1) {
            double seconds = (1 - points) / refill.perSecond(limit);
            return new Turn.Later(Duration.ofNanos((long) Math.ceil(seconds * 1e9) + 1));
        }
        points -= 1;
        underWay++;
        return new Turn.Granted(new Turn.Permit(granted++));
    }

    synchronized void answered(Turn.Permit permit, Answer answer) {
        Instant now = refill();
        end();
        RateLimit stated = answer.rateLimit();
        if (stated.isStated()) {
            limit = Math.max(1, stated.limit().getAsLong());
            double left = stated.remaining().getAsLong() - (double) underWay;
            points = limited ? Math.min(points, left) : left;
            limited = true;
        } else if (answer.isOk()) {
            limited = false;
        }
        if (answer.status() == 429) {
            refused(permit, stated, now);
        } else if (stated.isStated() || answer.isOk()) {
            passed(now);
        }
    }

    synchronized void unanswered() {
        end();
    }

    /** How often a call was refused since one last passed; calls that were under way together count as one. */
    synchronized int refusalsInARow() {
        return refusals.inARow();
    }

    /** Time that calls waited for the limit, added up over all of them. */
    synchronized Duration throttled() {
        return throttled;
    }

    private void end() {
        underWay--;
        notifyAll();
    }

    private void passed(Instant now) {
        inDoubt = false;
        refusals.passed();
        if (!limited) {
            return;
        }
        if (refill.isKnown()) {
            refill.passed();
        } else {
            refill.known(points, now);
        }
    }

    private void refused(Turn.Permit permit, RateLimit stated, Instant now) {
        if (!refusals.note(permit, granted, Refill.asStated(limit), now)) {
            return;
        }
        inDoubt = true;
        boolean isForgiven = stated.hasPointsLeft() && refill.isAsStated() && !refusals.isRepeated();
        if (limited && !isForgiven) {
            points = Math.min(points, 0);
            refill.foundEmpty(limit, now);
        }
        closedUntil = stated.hasPointsLeft()
                ? now.plus(backoff.after(refusals.inARow()))
                : withinReason(stated.reset().orElse(now.plus(UNSTATED_RESET)), now);
    }

    /** A time that the service's clock and this one cannot agree on is cut to what a bucket can take to fill. */
    private static Instant withinReason(Instant reset, Instant now) {
        Instant earliest = now.plus(SHORTEST_CLOSURE);
        Instant latest = now.plus(LONGEST_CLOSURE);
        return reset.isBefore(earliest) ? earliest : reset.isAfter(latest) ? latest : reset;
    }

    private boolean mustWaitForAnswer() {
        return inDoubt && underWay > 0;
    }

    private synchronized void awaitAnswer() throws InterruptedException {
        while (mustWaitForAnswer()) {
            wait();
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        Instant start = clock.instant();
        try {
            waiter.await(wait);
        } finally {
            count(Duration.between(start, clock.instant()));
        }
    }

    private synchronized void count(Duration waited) {
        throttled = throttled.plus(waited);
    }

    private Instant refill() {
        Instant now = clock.instant();
        if (now.isAfter(refilledAt)) {
            refill.pass(refilledAt, now);
            double seconds = Duration.between(refilledAt, now).toNanos() / 1e9;
            points += seconds * refill.perSecond(limit);
        }
        if (points >= limit) {
            points = limit;
            if (refill.isKnown() && underWay == 0) {
                refill.known(limit, now);
            }
        }
        refilledAt = now;
        return now;
    }
}
