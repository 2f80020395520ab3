package io.streamgauge.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a benchmark is run with.
 *
 * @param streams live streams on average
 * @param days days of history
 * @param requests random requests of each kind, where requests are timed
 * @param folder where the data lies
 * @param progress is told what is being done
 */
public record Bench(int streams, int days, int requests, Path folder, Consumer<String> progress) {

    public Bench {
        if (streams < 100 || streams > 1_000_000) {
            throw new IllegalArgumentException("A benchmark takes 100 to 1,000,000 live streams, found " + streams);
        }
        if (days < 1 || days > 3650) {
            throw new IllegalArgumentException("A benchmark takes 1 to 3650 days of history, found " + days);
        }
        if (requests < 1) {
            throw new IllegalArgumentException("A benchmark takes at least one request, found " + requests);
        }
    }

    /** Work that is timed. */
    interface Work {
        void run();
    }

    /** Seconds of processor time that this process has taken, all threads together. */
    static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    /** Seconds that some work takes. */
    static double seconds(Work work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
    }

    /** A lake of so many days, for whoever asks for the same size. */
    Path lake(String name, int days) {
        return folder.resolve(name + "-" + streams + "-streams-" + days + "-days");
    }
}
