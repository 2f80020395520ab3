package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.ManualClock;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A day of 96 crawls, many of them killed: the figures are those of the snapshots that landed, and those are the world's. */
final class DayOfKillsIT {

    private static final Instant MIDNIGHT = Instant.parse("2026-06-03T00:00:00Z");
    private static final Duration CADENCE = Duration.ofMinutes(15);
    private static final int SLOTS = 96;

    @TempDir
    Path folder;

    @Test
    void theFiguresAreThoseOfTheCompleteSnapshots() throws Exception {
        World world = World.of(9, 500);
        ManualClock clock = new ManualClock(MIDNIGHT.toString());
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withRateLimit(RateLimit.OFF)
                .withLatency(Duration.ofMillis(5), Duration.ZERO);
        Random random = new Random(11);
        int killed = 0;
        try (SimulatorServer twitch = SimulatorServer.start(world, clock, settings)) {
            Shell shell = new Shell(folder).with(twitch);
            Victim victim = new Victim(folder, twitch, 12);
            for (int slot = 0; slot < SLOTS; slot++) {
                String at = clock.instant().toString();
                int deaths = random.nextInt(5) == 0 ? victim.run(900, "collect", "--at", at) : 0;
                killed += deaths;
                if (deaths == 0 || random.nextBoolean()) {
                    assertThat(shell.run("collect", "--at", at).status()).isZero();
                }
                clock.advance(CADENCE);
            }
            assertThat(killed).isGreaterThan(10);
            assertThat(shell.run("transform").status()).isZero();
            check(world, shell);
        }
    }

    /** Sums the world's viewers over the reach of each snapshot that landed, by the metric standard. */
    private void check(World world, Shell shell) {
        TreeMap<Instant, Long> viewers = new TreeMap<>();
        new Landing(LocalStore.open(folder.resolve("data/lake")))
                .list().stream()
                        .filter(Landing.Landed::isComplete)
                        .forEach(landed -> viewers.put(
                                landed.snapshot().at(),
                                sum(world, landed.snapshot().at())));
        assertThat(viewers).as("slots lost to kills that nobody made good").hasSizeBetween(SLOTS / 2, SLOTS - 1);
        long expected = 0;
        for (Instant at : viewers.keySet()) {
            Instant next = viewers.higherKey(at);
            long reach = next == null
                    ? CADENCE.toSeconds()
                    : Math.min(
                            2 * CADENCE.toSeconds(), Duration.between(at, next).toSeconds());
            expected += viewers.get(at) * reach;
        }
        JsonNode slots = json(shell.run("status", "--json")).path("slots");
        assertThat(slots.path("complete").asInt()).isEqualTo(viewers.size());
        assertThat(slots.path("partial").asInt()).isZero();
        assertThat(exported(shell)).isEqualTo(expected);
    }

    /** The platform's viewer-seconds of the day, as the sum over its hours' channels. */
    private long exported(Shell shell) {
        Shell.Result rows = shell.run("export", "gold_channel_days", "--format", "json");
        assertThat(rows.status()).isZero();
        long sum = 0;
        for (JsonNode row : json(rows)) {
            sum += row.path("viewer_seconds").asLong();
        }
        return sum;
    }

    private static JsonNode json(Shell.Result result) {
        return new JsonMapper().readTree(String.join("\n", result.out()));
    }

    private static long sum(World world, Instant at) {
        return world.liveAt(at).stream().mapToLong(LiveStream::viewerCount).sum();
    }
}
