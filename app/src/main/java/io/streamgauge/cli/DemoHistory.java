package io.streamgauge.cli;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A week of a simulated world. The older days lie in silver alone, as in a lake whose landing is kept for a day; the last
 * day goes through landing.
 */
final class DemoHistory {

    private static final int THREADS = 2;
    private static final int MOST_SECONDS_TO_END = 10;
    private static final int MEGABYTES = 96;

    private final OpenLake lake;
    private final World world;
    private final DemoSlots slots;
    private final Transformation transformation;
    private final Progress progress;
    private final Clock clock;
    private final AtomicInteger done = new AtomicInteger();

    DemoHistory(
            OpenLake lake,
            World world,
            DemoSlots slots,
            Transformation transformation,
            Progress progress,
            Clock clock) {
        this.lake = lake;
        this.world = world;
        this.slots = slots;
        this.transformation = transformation;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Writes what is missing of the week, whatever an earlier start has left.
     *
     * @param published called when there is something to show
     */
    void fill(Runnable published) throws InterruptedException {
        List<LocalDate> days = missingDays();
        List<SnapshotId> snapshots = missingSnapshots();
        int total = days.stream().mapToInt(date -> slots.of(date).size()).sum() + snapshots.size();
        Instant start = clock.instant();
        Runnable step = () -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Stopped before the week was there");
            }
            progress.step(words(done.incrementAndGet(), total, start));
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            if (!days.isEmpty()) {
                adopt(threads, days, step);
                published.run();
            }
            land(threads, snapshots, step);
        } finally {
            end(threads);
        }
        transformation.transformer().update(Span.EVER, TransformListener.SILENT);
        published.run();
        if (total > 0) {
            progress.say("A week of history is there, made in "
                    + Duration.between(start, clock.instant()).toSeconds() + " s");
        }
    }

    private void adopt(ExecutorService threads, List<LocalDate> days, Runnable step) throws InterruptedException {
        DemoDays make = new DemoDays(world, slots, date -> transformation.silverDay(date, lake.scratch()));
        List<Callable<AdoptedDay>> tasks = new ArrayList<>();
        days.forEach(date -> tasks.add(() -> make.make(date, step)));
        transformation.transformer().adopt(all(threads, tasks));
    }

    private void land(ExecutorService threads, List<SnapshotId> missing, Runnable step) throws InterruptedException {
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, lake.scratch()))) {
            DemoSnapshots snapshots =
                    new DemoSnapshots(world, slots, new DuckDbSnapshotFormat(duckDb, lake.scratch()), lake.landing());
            List<Callable<SnapshotId>> tasks = new ArrayList<>();
            missing.forEach(slot -> tasks.add(() -> {
                snapshots.land(slot);
                step.run();
                return slot;
            }));
            try {
                all(threads, tasks);
            } finally {
                end(threads);
            }
        }
    }

    /** Lets work under way come to its next step before what it works with is closed. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<LocalDate> missingDays() {
        Optional<Publication> published = lake.ledger().current();
        return slots.daysWithoutLanding().stream()
                .filter(date -> published.isEmpty() || !published.get().days().containsKey(date))
                .toList();
    }

    private List<SnapshotId> missingSnapshots() {
        Set<SnapshotId> there = lake.landing().list().stream()
                .filter(Landing.Landed::isComplete)
                .map(Landing.Landed::snapshot)
                .collect(Collectors.toSet());
        return slots.landed().stream().filter(slot -> !there.contains(slot)).toList();
    }

    private String words(int made, int total, Instant start) {
        long passed = Duration.between(start, clock.instant()).toSeconds();
        return String.format(
                "Making a week of history: %d %% (%d of %d snapshots), %d s so far, about %d s left",
                100 * made / total, made, total, passed, passed * (total - made) / made);
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> tasks) throws InterruptedException {
        List<Future<T>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(threads.submit(task)));
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
        return results;
    }
}
