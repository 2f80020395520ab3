package io.streamgauge.twitch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One call at a time, each at least so long after the answer to the one before. Counted from answer to request, no delay on the
 * way can bring calls closer together where they arrive.
 */
final class Pace {

    /** Whoever called before a restart may have done so just now. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Clock clock;
    private final Waiter waiter;
    private final Duration gap;
    private final ReentrantLock lock = new ReentrantLock(true);
    private Instant free;

    Pace(Clock clock, Waiter waiter, Duration gap) {
        this.clock = clock;
        this.waiter = waiter;
        this.gap = gap;
        this.free = clock.instant().plus(FIRST);
    }

    /** Waits for this call's turn; {@link #end()} must follow. */
    void begin() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Duration wait = Duration.between(clock.instant(), free);
            if (!wait.isNegative() && !wait.isZero()) {
                // a clock that was set back must not make anybody wait for it
                waiter.await(wait.compareTo(FIRST) > 0 ? FIRST : wait);
            }
        } catch (InterruptedException | RuntimeException e) {
            lock.unlock();
            throw e;
        }
    }

    void end() {
        free = clock.instant().plus(gap);
        lock.unlock();
    }
}
