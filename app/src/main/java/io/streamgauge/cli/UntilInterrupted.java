package io.streamgauge.cli;

import java.util.concurrent.CountDownLatch;

/** Holds a command that runs until somebody stops it. */
final class UntilInterrupted {

    private UntilInterrupted() {}

    static void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // asked to stop: the flag must not stand in the way of tidying up
        }
    }
}
