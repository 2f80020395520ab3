package io.streamgauge.cli;

import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Fills the week that a demo begins with, or what an earlier start has left of it. Days that are over become tables at once,
 * each published when it is there; the last day is landed as a crawl would land it.
 */
final class DemoHistory {

    private static final int THREADS = 2;
    private static final int MOST_SECONDS_TO_END = 10;

    private final OpenLake lake;
    private final Transformer transformer;
    private final Progress progress;
    private final Clock clock;
    private final AtomicInteger done = new AtomicInteger();
    private int total;
    private Instant start;

    DemoHistory(OpenLake lake, Transformer transformer, Progress progress, Clock clock) {
        this.lake = lake;
        this.transformer = transformer;
        this.progress = progress;
        this.clock = clock;
    }

    /** @param published called whenever there is something new to be seen */
    void fill(Supplier<DemoMaker> makers, Runnable published) throws InterruptedException {
        TreeMap<LocalDate, List<SnapshotId>> days = missing();
        total = days.values().stream().mapToInt(List::size).sum();
        start = clock.instant();
        if (total > 0) {
            BlockingQueue<DemoMaker> free = new LinkedBlockingQueue<>();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                for (int thread = 0; thread < THREADS; thread++) {
                    free.add(makers.get());
                }
                make(days, threads, free, published);
            } finally {
                end(threads, free);
            }
            progress.say("A week of history is there, made in "
                    + Duration.between(start, clock.instant()).toSeconds() + " s");
        }
        transformer.update(Span.EVER, TransformListener.SILENT);
        published.run();
    }

    private TreeMap<LocalDate, List<SnapshotId>> missing() {
        TreeMap<LocalDate, List<SnapshotId>> days = DemoWeek.days();
        lake.ledger().current().ifPresent(state -> days.headMap(days.lastKey())
                .keySet()
                .removeAll(state.days().keySet()));
        Set<SnapshotId> landed = lake.landing().list().stream()
                .filter(Landing.Landed::isComplete)
                .map(Landing.Landed::snapshot)
                .collect(Collectors.toSet());
        days.lastEntry().getValue().removeAll(landed);
        return days;
    }

    private void make(
            TreeMap<LocalDate, List<SnapshotId>> days,
            ExecutorService threads,
            BlockingQueue<DemoMaker> free,
            Runnable published)
            throws InterruptedException {
        List<Future<AdoptedDay>> whole = new ArrayList<>();
        List<Future<SnapshotId>> single = new ArrayList<>();
        days.headMap(days.lastKey())
                .forEach((date, slots) ->
                        whole.add(threads.submit(() -> with(free, maker -> maker.day(date, slots, this::step)))));
        for (SnapshotId slot : days.lastEntry().getValue()) {
            single.add(threads.submit(() -> with(free, maker -> {
                maker.land(slot);
                step();
                return slot;
            })));
        }
        for (Future<AdoptedDay> day : whole) {
            transformer.adopt(List.of(result(day)));
            published.run();
        }
        for (Future<SnapshotId> slot : single) {
            result(slot);
        }
    }

    private static <T> T with(BlockingQueue<DemoMaker> free, Function<DemoMaker, T> work) throws InterruptedException {
        DemoMaker maker = free.take();
        try {
            return work.apply(maker);
        } finally {
            free.add(maker);
        }
    }

    private void step() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Stopped before the week was there");
        }
        int now = done.incrementAndGet();
        long passed = Duration.between(start, clock.instant()).toSeconds();
        progress.step(String.format(
                "Filling a week of history: %d %% (%d of %d snapshots), %d s so far, about %d s left",
                100 * now / total, now, total, passed, passed * (total - now) / now));
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Lets work under way come to an end before what it works with is closed. */
    private static void end(ExecutorService threads, BlockingQueue<DemoMaker> makers) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        makers.forEach(DemoMaker::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
