package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.twitch.TwitchException;
import io.streamgauge.twitch.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a snapshot for each slot, one after the other, until closed. What failed or came out partial is tried again while its
 * slot lasts, and costs its slot and nothing else.
 */
public final class CollectLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CollectLoop.class);

    /** A machine that slept is noticed after this time at the latest. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** After a crawl that failed or is partial, doubled each time, as long as there is time for the slot. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final Collector collector;
    private final Schedule schedule;
    private final CrawlListener progress;
    private final Consumer<CrawlRecord> landed;
    private final Clock clock;
    private final Waiter waiter;
    private Thread runner;
    private boolean closed;

    /** @param landed called after each snapshot that landed, complete or partial, on the thread that crawls */
    public CollectLoop(
            Collector collector,
            Schedule schedule,
            CrawlListener progress,
            Consumer<CrawlRecord> landed,
            Clock clock,
            Waiter waiter) {
        this.collector = collector;
        this.schedule = schedule;
        this.progress = progress;
        this.landed = landed;
        this.clock = clock;
        this.waiter = waiter;
    }

    /** Returns when the loop is closed or its thread interrupted. */
    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            SnapshotId tried = null;
            Instant due = Instant.MIN;
            Duration pause = FIRST_PAUSE;
            while (!isClosed()) {
                Instant now = clock.instant();
                SnapshotId slot = schedule.currentSlot(now);
                boolean isNew = !slot.equals(tried);
                if (isNew || !now.isBefore(due)) {
                    tried = slot;
                    pause = isNew ? FIRST_PAUSE : pause.multipliedBy(2);
                    boolean isDone = take(slot, now);
                    due = isDone ? Instant.MAX : clock.instant().plus(pause);
                } else {
                    Instant next = schedule.nextSlot(now).at();
                    waitUntil(due.isBefore(next) ? due : next, now);
                }
            }
        } catch (InterruptedException e) {
            if (!isClosed()) {
                Thread.currentThread().interrupt();
            }
        } finally {
            end();
        }
    }

    /** Breaks off what is under way and ends {@link #run}; may be called from any thread, and more than once. */
    @Override
    public synchronized void close() {
        closed = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    /** Whether there is nothing more to be done for the slot. */
    private boolean take(SnapshotId slot, Instant now) throws InterruptedException {
        if (!schedule.hasTimeFor(slot, now)) {
            LOG.info(
                    "Too late for the snapshot of {}; the next one is due at {}",
                    slot.at(),
                    schedule.nextSlot(now).at());
            return true;
        }
        try {
            CollectResult result = collector.collect(slot, progress);
            if (result instanceof CollectResult.Landed fresh) {
                say(fresh.crawl());
                tell(fresh.crawl());
                return fresh.crawl().complete();
            }
            return true;
        } catch (TwitchException | LakeException e) {
            if (!isClosed()) {
                LOG.error("No snapshot of {}: {}", slot.at(), e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("The snapshot of {} failed", slot.at(), e);
        }
        return false;
    }

    private void tell(CrawlRecord crawl) {
        try {
            landed.accept(crawl);
        } catch (RuntimeException e) {
            LOG.error("The snapshot of {} has landed, but what follows it failed", crawl.snapshotAt(), e);
        }
    }

    private static void say(CrawlRecord crawl) {
        if (crawl.complete()) {
            LOG.info("Snapshot of {}: {} rows on {} pages", crawl.snapshotAt(), crawl.rows(), crawl.pages());
        } else {
            LOG.warn("Snapshot of {} is partial: {}", crawl.snapshotAt(), crawl.reason());
        }
    }

    private void waitUntil(Instant moment, Instant now) throws InterruptedException {
        Duration left = Duration.between(now, moment);
        waiter.await(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT);
    }

    private synchronized boolean begin() {
        if (runner != null) {
            throw new IllegalStateException("This loop runs already");
        }
        runner = closed ? null : Thread.currentThread();
        return !closed;
    }

    private synchronized void end() {
        runner = null;
        if (closed) {
            Thread.interrupted();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
