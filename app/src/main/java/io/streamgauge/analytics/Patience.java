package io.streamgauge.analytics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a thread that asks is willing to wait for its answers. */
public final class Patience {

    private static final ThreadLocal<Long> ENDS = new ThreadLocal<>();

    private Patience() {}

    /** Something that asks. */
    public interface Asking<E extends Exception> {
        void ask() throws E;
    }

    /**
     * Lets this thread ask for that long. Answers that take longer are cancelled.
     *
     * @throws TooLongException from whatever it asks when the time is up
     */
    public static <E extends Exception> void of(Duration time, Asking<E> asking) throws E {
        ENDS.set(System.nanoTime() + time.toNanos());
        try {
            asking.ask();
        } finally {
            ENDS.remove();
        }
    }

    /** What is left of this thread's time, empty where it may wait for ever. */
    static Optional<Duration> left() {
        Long ends = ENDS.get();
        if (ends == null) {
            return Optional.empty();
        }
        Duration left = Duration.ofNanos(ends - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new TooLongException(null);
        }
        return Optional.of(left);
    }

    /**
     * Waits for a place.
     *
     * @throws TooLongException when the time is up
     */
    public static void take(Semaphore places) {
        Optional<Duration> left = left();
        if (left.isEmpty()) {
            places.acquireUninterruptibly();
            return;
        }
        try {
            if (!places.tryAcquire(left.get().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TooLongException(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooLongException(e);
        }
    }

    /** Waits for what another thread computes. */
    static <T> T await(CompletableFuture<T> answer) {
        Optional<Duration> left = left();
        if (left.isEmpty()) {
            return answer.join();
        }
        try {
            return answer.get(left.get().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TooLongException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
