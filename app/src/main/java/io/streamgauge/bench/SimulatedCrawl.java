package io.streamgauge.bench;

import io.streamgauge.collector.CollectResult;
import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.Collector;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.AcceleratedClock;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchSettings;
import io.streamgauge.twitch.Waiter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A collector and a simulated Twitch that answers as slowly as the real one, both on a clock that may run faster. */
final class SimulatedCrawl implements AutoCloseable {

    private static final Duration PAGE = Duration.ofMillis(240);
    private static final double JITTER = 0.3;
    private static final RateLimit BUCKET = RateLimit.TWITCH;
    private static final int MEGABYTES = 256;

    private final Path folder;
    private final AcceleratedClock clock;
    private final double speed;
    private final SimulatorServer twitch;
    private final DuckDb duckDb;

    SimulatedCrawl(Path folder, World world, Instant start, double speed) {
        this.folder = folder;
        this.speed = speed;
        Duration page = Duration.ofNanos((long) (PAGE.toNanos() * (1 - JITTER) / speed));
        Duration jitter = Duration.ofNanos((long) (PAGE.toNanos() * 2 * JITTER / speed));
        world.liveAt(start);
        this.clock = AcceleratedClock.of(Clock.systemUTC(), start, speed);
        this.twitch = SimulatorServer.start(
                world,
                clock,
                clock,
                SimulatorSettings.defaults().withLatency(page, jitter).withRateLimit(BUCKET));
        this.duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, folder.resolve("scratch")));
    }

    /**
     * What came of a crawl.
     *
     * @param listed ids of the streams that the listing showed
     * @param landed ids of all streams in the snapshot
     * @param refused calls that Twitch answered with 429
     */
    record Outcome(CrawlRecord crawl, Instant endedAt, double seconds, Set<String> listed, Set<String> landed) {

        int calls() {
            return crawl.calls().values().stream().mapToInt(Integer::intValue).sum();
        }

        int refused() {
            return crawl.calls().getOrDefault("429", 0);
        }
    }

    /** From now on. */
    void meet(Fault fault) {
        twitch.faults().always(fault);
    }

    Outcome crawl(CrawlMode mode, Instant at) {
        TwitchSettings access = TwitchSettings.of(
                "bench",
                "bench",
                twitch.address() + "/helix",
                twitch.address() + "/oauth2",
                folder.resolve("token.json"));
        Waiter waiter = time -> Thread.sleep(Math.max(1, (long) (time.toMillis() / speed)));
        DuckDbSnapshotFormat format = new DuckDbSnapshotFormat(duckDb, folder.resolve("scratch"));
        Landing landing = new Landing(LocalStore.open(folder.resolve("lake")));
        Collector collector = new Collector(
                TwitchClient.open(access, clock, waiter),
                format,
                landing,
                CollectSettings.of(new Schedule(Duration.ofMinutes(15)), mode),
                clock);
        try {
            Instant startedAt = clock.instant();
            CrawlRecord crawl =
                    ((CollectResult.Landed) collector.collect(SnapshotId.at(at), CrawlListener.NONE)).crawl();
            Instant endedAt = clock.instant();
            Path file = landing.newest(SnapshotId.at(at.plusSeconds(1)), Duration.ofSeconds(1))
                    .map(landing::file)
                    .orElseThrow();
            double seconds = Duration.between(startedAt, endedAt).toMillis() / 1000.0;
            return new Outcome(crawl, crawl.endedAt(), seconds, ids(file, "page > 0"), ids(file, "true"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", e);
        }
    }

    private Set<String> ids(Path file, String condition) {
        return new HashSet<>(duckDb.select(
                "select id from read_parquet(?, hive_partitioning = false) where id is not null and " + condition,
                List.of(file.toString()),
                row -> row.text("id")));
    }

    @Override
    public void close() {
        twitch.close();
        duckDb.close();
    }
}
