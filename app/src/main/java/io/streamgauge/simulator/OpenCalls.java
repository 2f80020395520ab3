package io.streamgauge.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/** How many calls to IGDB are under way, from the request to the end of its answer. */
final class OpenCalls {
    private final AtomicInteger open = new AtomicInteger();

    void begin(Call call) {
        if (call.isToIgdb()) {
            open.incrementAndGet();
        }
    }

    void end(Call call) {
        if (call.isToIgdb()) {
            open.decrementAndGet();
        }
    }

    int now() {
        return open.get();
    }
}
