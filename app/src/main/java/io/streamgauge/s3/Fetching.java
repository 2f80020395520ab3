package io.streamgauge.s3;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Fetches several objects at once. What fails here fails again, with its reason, where the object is asked for. */
final class Fetching implements AutoCloseable {

    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "s3-fetch");
        thread.setDaemon(true);
        return thread;
    });

    void all(Collection<String> keys, Consumer<String> fetch) {
        if (keys.size() < 2) {
            return;
        }
        List<Future<?>> under = new ArrayList<>();
        new LinkedHashSet<>(keys).forEach(key -> under.add(threads.submit(() -> fetch.accept(key))));
        for (Future<?> one : under) {
            try {
                one.get();
            } catch (ExecutionException e) {
                under.forEach(other -> other.cancel(false));
                return;
            } catch (InterruptedException e) {
                under.forEach(other -> other.cancel(true));
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
