package io.streamgauge.cli;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A week of snapshots of a simulated world, always the same week. A day is transformed while the next ones are written. */
final class DemoHistory {

    static final Duration CADENCE = Duration.ofMinutes(15);
    static final Instant END = Instant.parse("2026-06-07T20:00:00Z");
    static final int SNAPSHOTS = 672;

    private static final int THREADS = 2;
    private static final int MEGABYTES = 256;

    private final OpenLake lake;
    private final World world;
    private final Transformer transformer;
    private final Progress progress;
    private final Clock clock;

    DemoHistory(OpenLake lake, World world, Transformer transformer, Progress progress, Clock clock) {
        this.lake = lake;
        this.world = world;
        this.transformer = transformer;
        this.progress = progress;
        this.clock = clock;
    }

    /** Writes what is missing of the week, whatever an earlier start has left. */
    void fill(Runnable published) throws InterruptedException {
        TreeMap<LocalDate, Integer> missing = new TreeMap<>();
        ExecutorService writers = Executors.newFixedThreadPool(THREADS);
        ExecutorCompletionService<SnapshotId> written = new ExecutorCompletionService<>(writers);
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, lake.scratch()))) {
            DemoSnapshots snapshots =
                    new DemoSnapshots(world, new DuckDbSnapshotFormat(duckDb, lake.scratch()), lake.landing(), CADENCE);
            for (SnapshotId slot : missing()) {
                missing.merge(slot.date(), 1, Integer::sum);
                written.submit(() -> snapshots.land(slot));
            }
            follow(written, missing, published);
        } finally {
            writers.shutdownNow();
        }
        transformer.update(Span.EVER, TransformListener.SILENT);
        published.run();
    }

    private Iterable<SnapshotId> missing() {
        Set<SnapshotId> there = lake.landing().list().stream()
                .filter(Landing.Landed::isComplete)
                .map(Landing.Landed::snapshot)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1 - SNAPSHOTS, 0)
                .mapToObj(slot -> SnapshotId.at(END.plus(CADENCE.multipliedBy(slot))))
                .filter(slot -> !there.contains(slot))
                .toList();
    }

    private void follow(
            ExecutorCompletionService<SnapshotId> written, TreeMap<LocalDate, Integer> missing, Runnable published)
            throws InterruptedException {
        int total = missing.values().stream().mapToInt(Integer::intValue).sum();
        Instant start = clock.instant();
        for (int done = 1; done <= total; done++) {
            LocalDate date = next(written).date();
            progress.step(words(done, total, start));
            if (missing.merge(date, -1, Integer::sum) == 0) {
                transformer.update(Span.day(date), TransformListener.SILENT);
                published.run();
            }
        }
        if (total > 0) {
            progress.say("A week of history is there, written in "
                    + Duration.between(start, clock.instant()).toSeconds() + " s");
        }
    }

    private String words(int done, int total, Instant start) {
        long passed = Duration.between(start, clock.instant()).toSeconds();
        return String.format(
                "Filling a week of history: %d %% (%d of %d snapshots), %d s so far, about %d s left",
                100 * done / total, done, total, passed, passed * (total - done) / done);
    }

    private static SnapshotId next(ExecutorCompletionService<SnapshotId> written) throws InterruptedException {
        try {
            return written.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
