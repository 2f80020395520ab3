package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed at random moments; nothing half-done is ever seen, and the next run makes everything as it should be. */
final class KillIT {

    private static final Instant FIRST = Instant.parse("2026-06-05T12:00:00Z");
    /** Each kills a crawl and a transform; {@code -Dstreamgauge.kills} asks for more. */
    private static final int ROUNDS = Integer.getInteger("streamgauge.kills", 12) / 2;

    @TempDir
    Path folder;

    @Test
    void endsAsIfNothingHadBeenKilled() throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withRateLimit(RateLimit.OFF)
                .withLatency(Duration.ofMillis(5), Duration.ZERO);
        Clock still = Clock.fixed(FIRST, ZoneOffset.UTC);
        int killed = 0;
        try (SimulatorServer twitch = SimulatorServer.start(World.of(3, 10_000), still, settings)) {
            Shell shell = new Shell(folder).with(twitch);
            Victim victim = new Victim(folder, twitch, 42);
            for (int round = 0; round < ROUNDS; round++) {
                String at = FIRST.plus(Duration.ofHours(7L * round)).toString();
                killed += victim.run(1500, "collect", "--at", at);
                checkLanding();
                assertThat(shell.run("collect", "--at", at).status()).isZero();
                killed += victim.run(1500, "transform");
                checkPublished();
                if (round % 2 == 1) {
                    assertThat(shell.run("transform").status()).isZero();
                }
            }
            assertThat(shell.run("transform").status()).isZero();
            assertThat(checkLanding()).isEqualTo(ROUNDS);

            copy(folder.resolve("data/lake/landing"), folder.resolve("undisturbed/lake/landing"));
            assertThat(shell.run("transform", "--home", "undisturbed").status()).isZero();
        }
        assertThat(ledger("data").currentVersion())
                .isEqualTo(ledger("undisturbed").currentVersion());
        System.out.println(killed + " processes were killed");
        assertThat(killed)
                .as("processes that were killed before they had ended")
                .isPositive();
        try (Stream<Path> scratch = Files.list(folder.resolve("data/scratch"))) {
            assertThat(scratch).containsExactly(folder.resolve("data/scratch/guard"));
        }
    }

    /** Reads every snapshot there is to the last row and tells how many there are. */
    private int checkLanding() {
        LocalStore store = LocalStore.open(folder.resolve("data/lake"));
        Landing landing = new Landing(store);
        assertThat(landing.foreign()).isEmpty();
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(128, 1, folder.resolve("check")))) {
            DuckDbSnapshotFormat format = new DuckDbSnapshotFormat(duckDb, folder.resolve("check"));
            List<Landing.Landed> all = landing.list();
            for (Landing.Landed landed : all) {
                Path file = store.local(landed.key());
                format.verify(file);
                assertThat(format.readCrawl(file).complete()).isTrue();
            }
            return all.size();
        }
    }

    private void checkPublished() {
        Ledger ledger = ledger("data");
        ledger.current().ifPresent(state -> state.days().keySet().forEach(date -> ledger.day(state, date)
                .tables()
                .values()
                .forEach(files -> files.forEach(
                        file -> assertThat(folder.resolve("data/lake").resolve(file.key()))
                                .isRegularFile()
                                .hasSize(file.bytes())))));
    }

    private Ledger ledger(String home) {
        return new Ledger(
                LocalStore.open(folder.resolve(home).resolve("lake")), Clock.systemUTC(), folder.resolve("check"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
