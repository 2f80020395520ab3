package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.s3.S3Proxy;
import io.streamgauge.simulator.ManualClock;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers race on a lake in S3, its connections are cut, and it is killed: nothing is lost, nothing doubled, and in the end
 * the tables are, file by file, those of an undisturbed lake on a disk with the same landing area.
 */
final class S3RacesIT {

    private static final Instant FIRST = Instant.parse("2026-06-07T22:00:00Z");
    /** The service under test lists what it is still receiving, by such names; S3 itself never does. */
    private static final String UNDER_WAY = ".*\\.parquet-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*";

    private static final String OVERTAKEN = "Another transform has published in ";
    private static final int MOST_TRIES = 30;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static S3Proxy s3;
    private final ManualClock clock = new ManualClock(FIRST.toString());
    private SimulatorServer twitch;

    @BeforeAll
    static void start() {
        s3 = S3Proxy.start(shared, "lakes");
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @BeforeEach
    void simulate() {
        twitch = SimulatorServer.start(
                World.of(7, 300), clock, SimulatorSettings.defaults().withRateLimit(RateLimit.OFF));
    }

    @AfterEach
    void end() {
        s3.cutOneIn(0);
        twitch.close();
    }

    /** A machine of its own, which shares nothing but the lake. */
    private Shell machine(String name, String lake) {
        return new Shell(folder)
                .with(twitch)
                .with("STREAMGAUGE_HOME", name)
                .with("STREAMGAUGE_LAKE", "s3://lakes/" + lake)
                .with("STREAMGAUGE_KEEP_LANDING", "forever")
                .with("S3_ENDPOINT_URL", s3.endpoint().toString());
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private String slot() {
        return clock.instant().toString();
    }

    @Test
    void ofCollectorsOfOneSlotOneLandsIt() throws Exception {
        List<Callable<Shell.Result>> collectors = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            Shell machine = machine("collector" + number, "slot");
            collectors.add(() -> machine.run("collect", "--at", slot()));
        }

        List<Shell.Result> results = atOnce(collectors);

        assertThat(results).allSatisfy(result -> assertThat(result.status()).isZero());
        assertThat(results)
                .filteredOn(result -> result.out().get(0).startsWith("Landed the snapshot of " + FIRST))
                .hasSize(1);
        assertThat(results)
                .filteredOn(result -> result.out()
                        .contains("A complete snapshot of " + FIRST + " has landed already; nothing was done"))
                .hasSize(2);
        check("slot", 1);
    }

    @Test
    void transformsThatRacePublishEachSnapshotOnce() throws Exception {
        List<Shell> machines = List.of(machine("one", "race"), machine("two", "race"), machine("three", "race"));
        int slots = 4;
        for (int round = 0; round < slots; round++) {
            String at = slot();
            List<Callable<Shell.Result>> tasks = new ArrayList<>();
            tasks.add(() -> machines.get(0).run("collect", "--at", at));
            tasks.add(() -> machines.get(1).run("transform"));
            tasks.add(() -> machines.get(2).run("transform"));
            List<Shell.Result> results = atOnce(tasks);
            assertThat(results.get(0).status()).as("%s", results.get(0).err()).isZero();
            for (Shell.Result result : results.subList(1, 3)) {
                if (result.status() != 0) {
                    assertThat(result.err()).last().asString().startsWith(OVERTAKEN);
                }
            }
            clock.advance(Duration.ofHours(1));
        }
        List<Shell.Result> last = atOnce(List.of(
                () -> machines.get(1).run("transform"), () -> machines.get(2).run("transform")));
        assertThat(last).anySatisfy(result -> assertThat(result.status()).isZero());
        check("race", slots);
    }

    @Test
    void connectionsThatAreCutCostTimeAlone() throws Exception {
        Shell machine = machine("cut", "cut");
        int before = s3.cuts();
        s3.cutOneIn(25);
        int slots = 3;
        for (int round = 0; round < slots; round++) {
            untilDone(machine, "collect", "--at", slot());
            untilDone(machine, "transform");
            clock.advance(Duration.ofHours(2));
        }
        s3.cutOneIn(0);

        assertThat(s3.cuts() - before).as("connections cut").isGreaterThan(20);
        check("cut", slots);
    }

    @Test
    void aServiceThatIsKilledAndStartedAgainCostsTimeAlone() throws Exception {
        Shell machine = machine("killed", "killed");
        int slots = 2;
        for (int round = 0; round < slots; round++) {
            String at = slot();
            int asked = calls();
            killedMidway(() -> untilDone(machine, "collect", "--at", at), () -> calls() == asked);
            Path tables = bucket("killed").resolve("tables");
            int known = count(tables);
            killedMidway(() -> untilDone(machine, "transform"), () -> count(tables) < known + 5);
            clock.advance(Duration.ofHours(2));
        }
        check("killed", slots);
    }

    private int calls() {
        return twitch.helixCalls().values().stream().mapToInt(Integer::intValue).sum();
    }

    private interface Waiting {
        boolean goesOn() throws IOException;
    }

    /** Runs some work, kills the service as soon as there is nothing to wait for, and starts it again. */
    private void killedMidway(Callable<Boolean> work, Waiting waiting) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> done = thread.submit(work);
            while (!done.isDone() && waiting.goesOn()) {
                Thread.onSpinWait();
            }
            s3.kill();
            s3.startAgain();
            assertThat(done.get()).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    /** A command that fails because of the store is run again, as a timer would. */
    private static boolean untilDone(Shell machine, String... command) {
        for (int number = 0; number < MOST_TRIES; number++) {
            Shell.Result result = machine.run(command);
            if (result.status() == 0) {
                return true;
            }
            assertThat(result.err()).last().asString().startsWith("Cannot ").contains(" in s3://lakes/");
        }
        return false;
    }

    private static Path bucket(String lake) {
        return shared.resolve("buckets/lakes").resolve(lake);
    }

    /** What the service is about to rename may go while it is counted. */
    private static int count(Path folder) throws IOException {
        while (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                return (int) files.filter(Files::isRegularFile).count();
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            }
        }
        return 0;
    }

    private void check(String name, int slots) throws IOException {
        LocalStore lake = LocalStore.openToRead(bucket(name));
        List<Landing.Landed> landed = new Landing(lake).list();
        assertThat(landed).hasSize(slots).allMatch(Landing.Landed::isComplete);
        assertThat(lake.list("landing/")).hasSize(slots);
        assertThat(lake.list("aside/")).allMatch(aside -> aside.key().matches(UNDER_WAY));
        untilDone(machine("last", name), "transform");

        Path undisturbed = folder.resolve("undisturbed-" + name);
        for (Landing.Landed one : landed) {
            Path target = undisturbed.resolve("lake").resolve(one.key());
            Files.createDirectories(target.getParent());
            Files.copy(lake.local(one.key()), target);
        }
        Shell disk = new Shell(folder)
                .with("STREAMGAUGE_HOME", undisturbed.toString())
                .with("STREAMGAUGE_KEEP_LANDING", "forever");
        assertThat(disk.run("transform").status()).isZero();
        Ledger here = ledger(undisturbed.resolve("lake"));
        Ledger there = ledger(bucket(name));
        assertThat(there.currentVersion()).isPresent().isEqualTo(here.currentVersion());
        there.keys(there.current().orElseThrow()).forEach(key -> assertThat(lake.local(key))
                .hasSameBinaryContentAs(undisturbed.resolve("lake").resolve(key)));
    }

    private Ledger ledger(Path lake) {
        return new Ledger(LocalStore.openToRead(lake), Clock.systemUTC(), folder.resolve("check"));
    }
}
