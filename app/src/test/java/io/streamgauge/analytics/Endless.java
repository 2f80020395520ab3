package io.streamgauge.analytics;

import java.util.concurrent.CompletableFuture;

/** Work that never ends, which patience must. */
public final class Endless {

    private Endless() {}

    public static <T> T work() {
        return Patience.await(new CompletableFuture<>());
    }
}
