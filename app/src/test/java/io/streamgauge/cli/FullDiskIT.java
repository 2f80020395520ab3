package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder on a disk of its own, a small one that gets full: it is said, nothing is lost, and with room it goes on. */
final class FullDiskIT {

    private static final Instant FIRST = Instant.parse("2026-06-05T12:00:00Z");
    private static final String FULL =
            "the disk is full. Nothing half-written is kept: make room, and the next run goes on from here";
    private static final int DISK = 48 << 20;

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", disk.toString()),
                "Not tried: only root may mount the small disk that gets full");
    }

    /** Lazily where something still looks at the disk: the folder can then be removed all the same, and who looks is told. */
    @AfterEach
    void unmount() throws Exception {
        if (!run("umount", disk.toString())) {
            heldOpen().forEach(file -> System.err.println("Still open on the full disk: " + file));
            run("umount", "--lazy", disk.toString());
        }
    }

    private List<String> heldOpen() throws IOException {
        List<String> held = new ArrayList<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path one : open.toList()) {
                try {
                    held.add(Files.readSymbolicLink(one).toString());
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        }
        return held.stream().filter(file -> file.startsWith(disk.toString())).toList();
    }

    @Test
    void saysSoAndGoesOnWithRoom() throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults().withRateLimit(RateLimit.OFF);
        try (SimulatorServer twitch =
                SimulatorServer.start(World.of(3, 4_000), Clock.fixed(FIRST, ZoneOffset.UTC), settings)) {
            Shell shell = new Shell(folder).with(twitch);
            String[] home = {"--home", disk.toString()};
            succeed(shell, "collect", FIRST, home);
            succeed(shell, "transform", null, home);
            List<String> published = objects();

            List<String> sentences = new ArrayList<>();
            int step = 0;
            for (long room : List.of(0L, 100_000L, 600_000L, 3_000_000L, 5_000_000L)) {
                fill(room);
                Instant at = FIRST.plus(Duration.ofMinutes(15L * ++step));
                sentences.addAll(tried(shell, "collect", at, home));
                sentences.addAll(tried(shell, "transform", null, home));
                assertThat(objects()).as("what was there before").containsAll(published);
                fill(DISK);
                succeed(shell, "collect", at, home);
            }
            assertThat(sentences).isNotEmpty().allSatisfy(said -> assertThat(said)
                    .endsWith(FULL));
            assertThat(sentences).anyMatch(said -> said.startsWith("Cannot keep row "));
            assertThat(sentences).anyMatch(said -> said.startsWith("Model "));

            succeed(shell, "transform", null, home);
            Path undisturbed = Files.createDirectories(folder.resolve("undisturbed"));
            copyLanding(undisturbed);
            succeed(shell, "transform", null, "--home", undisturbed.toString());
            assertThat(version(disk)).isPresent().isEqualTo(version(undisturbed));
        }
    }

    private static void succeed(Shell shell, String command, Instant at, String... home) {
        assertThat(tried(shell, command, at, home)).isEmpty();
    }

    /** What a command said where it failed. */
    private static List<String> tried(Shell shell, String command, Instant at, String... home) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(home));
        if (at != null) {
            arguments.addAll(List.of("--at", at.toString()));
        }
        Shell.Result result = shell.run(arguments.toArray(String[]::new));
        if (result.status() == 0) {
            return List.of();
        }
        return List.of(result.err().get(result.err().size() - 1));
    }

    /** Takes all of the disk but so many bytes. */
    private void fill(long room) throws IOException {
        Path ballast = disk.resolve("ballast");
        Files.deleteIfExists(ballast);
        long free = disk.toFile().getUsableSpace() - room;
        if (free > 0) {
            try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
                byte[] some = new byte[4096];
                for (long written = 0; written + some.length <= free; written += some.length) {
                    file.write(some);
                }
            }
        }
    }

    private List<String> objects() throws IOException {
        try (Stream<Path> files = Files.walk(disk.resolve("lake"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".tmp"))
                    .filter(file -> !file.toString().contains("ledger"))
                    .map(Path::toString)
                    .toList();
        }
    }

    private void copyLanding(Path target) throws IOException {
        Path from = disk.resolve("lake/landing");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = target.resolve("lake/landing").resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    /** Names the content of every published table. */
    private Optional<String> version(Path home) {
        LocalStore store = LocalStore.open(home.resolve("lake"));
        return new Ledger(store, Clock.systemUTC(), folder.resolve("check")).currentVersion();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
