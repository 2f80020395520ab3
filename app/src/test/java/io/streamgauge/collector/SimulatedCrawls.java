package io.streamgauge.collector;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.ManualClock;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import io.streamgauge.twitch.FakeTime;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A collector with the simulated Twitch on one side and a lake of Parquet files on the other. In the world time passes when
 * told to; that of tokens and of the rate limit passes where the client waits.
 */
final class SimulatedCrawls implements AutoCloseable {

    static final Schedule SCHEDULE = new Schedule(Duration.ofMinutes(15));

    final Path folder;
    final World world;
    final SimulatorServer twitch;
    final Landing landing;
    final DuckDb duckDb;
    final DuckDbSnapshotFormat format;
    final TwitchClient client;
    private final ManualClock clock;
    private final FakeTime time;
    private final TwitchSettings access;

    SimulatedCrawls(Path folder, int streams, Instant start, SimulatorSettings settings) {
        this(folder, World.of(5, streams), start, settings);
    }

    SimulatedCrawls(Path folder, World world, Instant start, SimulatorSettings settings) {
        this.folder = folder;
        this.world = world;
        clock = new ManualClock(start.toString());
        time = new FakeTime(start.toString());
        twitch = SimulatorServer.start(world, clock, time, settings);
        landing = new Landing(LocalStore.open(folder.resolve("lake")));
        duckDb = DuckDb.open(new DuckDbSettings(256, 1, folder.resolve("scratch")));
        format = new DuckDbSnapshotFormat(duckDb, folder.resolve("scratch"));
        access = TwitchSettings.of(
                        "me",
                        "my-secret",
                        twitch.address() + "/helix",
                        twitch.address() + "/oauth2",
                        folder.resolve("token"))
                .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
        client = TwitchClient.open(access, time, time);
    }

    Instant now() {
        return clock.instant();
    }

    SimulatedCrawls pass(Duration time) {
        clock.advance(time);
        return this;
    }

    CrawlRecord crawl(CrawlMode mode) throws InterruptedException {
        return crawl(mode, CrawlListener.NONE);
    }

    /** A crawl for the present moment. */
    CrawlRecord crawl(CrawlMode mode, CrawlListener listener) throws InterruptedException {
        CollectResult result = collector(mode).collect(SnapshotId.at(now()), listener);
        if (result instanceof CollectResult.Landed landed) {
            return landed.crawl();
        }
        throw new AssertionError("Nothing landed: " + result);
    }

    /** A crawl for the present moment that may take so long, where each page takes so long. */
    CrawlRecord crawlWithin(Duration limit, Duration page, CrawlMode mode) throws InterruptedException {
        TwitchClient limited =
                TwitchClient.open(access, time, time, time.instant().plus(limit));
        CollectResult result = collector(mode, limited).collect(SnapshotId.at(now()), progress -> time.pass(page));
        return ((CollectResult.Landed) result).crawl();
    }

    Collector collector(CrawlMode mode) {
        return collector(mode, client);
    }

    private Collector collector(CrawlMode mode, TwitchClient client) {
        return new Collector(client, format, landing, CollectSettings.of(SCHEDULE, mode), time);
    }

    /** The viewers of each stream in what has landed for this moment, of a repeated one those received last. */
    Map<String, Long> landed() {
        Map<String, Long> viewers = new HashMap<>();
        landing.newest(SnapshotId.at(now().plusSeconds(1)), Duration.ofSeconds(1))
                .ifPresent(file -> duckDb.select(
                        "select id, viewer_count from read_parquet('" + landing.file(file)
                                + "', hive_partitioning = false) where problem is null order by position",
                        List.of(),
                        row -> viewers.put(row.text("id"), row.number("viewer_count"))));
        return viewers;
    }

    /** The viewers of each live stream as the world has them. */
    Map<String, Long> live() {
        Map<String, Long> viewers = new HashMap<>();
        for (LiveStream stream : world.liveAt(now())) {
            viewers.put(stream.id(), (long) stream.viewerCount());
        }
        return viewers;
    }

    @Override
    public void close() {
        twitch.close();
        duckDb.close();
    }
}
