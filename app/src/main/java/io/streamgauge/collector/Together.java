package io.streamgauge.collector;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Runs tasks side by side, so many at once. */
final class Together implements AutoCloseable {

    private final ExecutorService threads;

    Together(int atOnce) {
        this.threads = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "crawl");
            thread.setDaemon(true);
            return thread;
        });
    }

    interface Task {
        /** @param mayGoOn false as soon as another task has failed, so that this one's work is in vain */
        void run(BooleanSupplier mayGoOn) throws InterruptedException;
    }

    /** Begins tasks in their order and returns when all have ended. The first failure ends those not yet begun and is thrown. */
    void run(List<Task> tasks) throws InterruptedException {
        CompletionService<Void> running = new ExecutorCompletionService<>(threads);
        Failure failure = new Failure();
        tasks.forEach(task -> running.submit(() -> {
            if (!failure.isThere()) {
                task.run(() -> !failure.isThere());
            }
            return null;
        }));
        for (int ended = 0; ended < tasks.size(); ended++) {
            try {
                running.take().get();
            } catch (ExecutionException e) {
                failure.is(e.getCause());
            }
        }
        failure.rethrow();
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class Failure {

        private volatile Throwable first;

        void is(Throwable failure) {
            first = first == null ? failure : first;
        }

        boolean isThere() {
            return first != null;
        }

        void rethrow() throws InterruptedException {
            if (first instanceof RuntimeException failure) {
                throw failure;
            }
            if (first instanceof InterruptedException failure) {
                throw failure;
            }
            if (first != null) {
                throw new IllegalStateException(first);
            }
        }
    }
}
