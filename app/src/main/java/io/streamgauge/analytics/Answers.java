package io.streamgauge.analytics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Keeps the answers that were asked for last, and lets those who ask the same at the same time share one computation. */
final class Answers {

    private static final int KEPT = 1000;

    private final Map<Object, CompletableFuture<Object>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, CompletableFuture<Object>> eldest) {
            return size() > KEPT;
        }
    };

    @SuppressWarnings("unchecked")
    <T> T get(Object question, Supplier<T> compute) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> present;
        synchronized (kept) {
            present = kept.putIfAbsent(question, mine);
        }
        if (present != null) {
            return (T) joined(present);
        }
        try {
            T answer = compute.get();
            mine.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            synchronized (kept) {
                kept.remove(question, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static Object joined(CompletableFuture<Object> answer) {
        try {
            return Patience.await(answer);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
