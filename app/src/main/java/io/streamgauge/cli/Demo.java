package io.streamgauge.cli;

import io.streamgauge.collector.CollectLoop;
import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import io.streamgauge.engine.Keeping;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.model.Models;
import io.streamgauge.simulator.AcceleratedClock;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import io.streamgauge.twitch.TwitchSettings;
import io.streamgauge.twitch.Waiter;
import io.streamgauge.web.WebSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** The whole of Streamgauge on a simulated world: history first, then live at a faster clock. */
final class Demo implements AutoCloseable {

    private static final Duration LISTING_EVERY = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final OpenLake lake;
    private final Models models;
    private final World world;
    private final WebSettings web;
    private final MetadataSettings metadata;
    private final Transformation transformation;
    private Dashboard dashboard;

    Demo(
            Surroundings surroundings,
            OpenLake lake,
            Models models,
            World world,
            WebSettings web,
            MetadataSettings metadata) {
        this.surroundings = surroundings;
        this.lake = lake;
        this.models = models;
        this.world = world;
        this.web = web;
        this.metadata = metadata;
        this.transformation = Transformation.on(lake, models);
    }

    void run(double speed, Path tokenFile) throws InterruptedException {
        try (Progress progress = new Progress(surroundings)) {
            if (lake.ledger().currentVersion().isPresent()) {
                serve(progress);
            }
            new DemoHistory(lake, world, DemoSlots.WEEK, transformation, progress, surroundings.clock())
                    .fill(() -> serve(progress));
        }
        live(speed, tokenFile);
    }

    private void serve(Progress progress) {
        if (dashboard == null) {
            dashboard = Dashboard.open(lake, models, web, surroundings.clock());
            progress.clear();
            surroundings.out().println("Streamgauge demo: " + dashboard.url());
        }
    }

    private void live(double speed, Path tokenFile) {
        Clock clock = AcceleratedClock.of(surroundings.clock(), newest(), speed);
        Waiter waiter = time ->
                surroundings.waiter().await(Duration.ofNanos(Math.max(1_000_000, (long) (time.toNanos() / speed))));
        SimulatorSettings simulator =
                SimulatorSettings.defaults().withRateLimit(RateLimit.OFF).withListingEvery(LISTING_EVERY);
        Schedule schedule = new Schedule(DemoSlots.CADENCE);
        CollectSettings collect = CollectSettings.of(schedule, CrawlMode.LANGUAGES);
        try (SimulatorServer server = SimulatorServer.start(world, clock, simulator);
                Collecting collecting = Collecting.into(lake, twitch(server, tokenFile), collect, clock, waiter);
                Following following = new Following(transformation.transformer(), Keeping.FOREVER);
                MetadataFollowing learning = learning(server, tokenFile, following);
                CollectLoop loop = new CollectLoop(
                        collecting.collector(),
                        schedule,
                        CrawlListener.NONE,
                        crawl -> {
                            following.landed();
                            learning.landed();
                        },
                        clock,
                        waiter)) {
            surroundings
                    .err()
                    .println("Live from " + clock.instant() + " on, " + speed
                            + " times as fast; runs until interrupted");
            learning.landed();
            loop.run();
            Thread.interrupted();
        }
    }

    /** In real time, since the simulated IGDB's limit is. */
    private MetadataFollowing learning(SimulatorServer server, Path tokenFile, Following following) {
        return new MetadataFollowing(
                metadata.fetches()
                        ? Metadata.of(
                                lake,
                                models,
                                twitch(server, tokenFile),
                                metadata.at(URI.create(server.address() + "/v4")),
                                surroundings.clock(),
                                surroundings.waiter())
                        : null,
                following::landed);
    }

    private static TwitchSettings twitch(SimulatorServer server, Path tokenFile) {
        return TwitchSettings.of("demo", "demo", server.address() + "/helix", server.address() + "/oauth2", tokenFile);
    }

    private Instant newest() {
        return lake.landing().list().stream()
                .filter(Landing.Landed::isComplete)
                .map(Landing.Landed::snapshot)
                .max(Comparator.naturalOrder())
                .map(SnapshotId::at)
                .orElse(DemoSlots.WEEK.end());
    }

    @Override
    public void close() {
        if (dashboard != null) {
            dashboard.close();
        }
        transformation.close();
    }
}
