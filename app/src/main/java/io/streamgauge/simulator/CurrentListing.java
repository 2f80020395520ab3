package io.streamgauge.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The listing of a world by a clock. While a listing is only a little old, the next one is made in the background. */
final class CurrentListing implements AutoCloseable {
    private static final int TOO_OLD = 3;
    private static final int ROWS_AT_ONCE = 100;

    private final World world;
    private final Clock clock;
    private final Duration every;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "simulator-listing");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Listing current;

    CurrentListing(World world, Clock clock, Duration every) {
        this.world = world;
        this.clock = clock;
        this.every = every;
    }

    World world() {
        return world;
    }

    /** Makes the first listing and its texts in the background, so that the first walk need not wait for them. */
    void prepare() {
        background.execute(() -> {
            List<LiveStream> streams = now().streams();
            for (int from = 0; from < streams.size() && !background.isShutdown(); from += ROWS_AT_ONCE) {
                StreamJson.page(streams.subList(from, Math.min(streams.size(), from + ROWS_AT_ONCE)), "");
            }
        });
    }

    Listing now() {
        Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Listing known = current;
        if (known == null || ageOf(known, time).compareTo(every.multipliedBy(TOO_OLD)) > 0) {
            return refresh(time);
        }
        if (ageOf(known, time).compareTo(every) >= 0 && refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    refresh(time);
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return known;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private synchronized Listing refresh(Instant time) {
        Listing known = current;
        if (known != null && ageOf(known, time).compareTo(every) < 0) {
            return known;
        }
        Listing fresh = new Listing(time, world.liveAt(time));
        current = fresh;
        return fresh;
    }

    private static Duration ageOf(Listing listing, Instant time) {
        return Duration.between(listing.time(), time).abs();
    }
}
