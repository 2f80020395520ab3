package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs commands in processes of their own and kills them at random moments. */
final class Victim {

    private final Path folder;
    private final SimulatorServer twitch;
    private final Random random;

    Victim(Path folder, SimulatorServer twitch, long seed) {
        this.folder = folder;
        this.twitch = twitch;
        this.random = new Random(seed);
    }

    /**
     * 1 if the process was killed, 0 if it had ended well before.
     *
     * @param latest it is killed at most so many milliseconds after it began to work
     */
    int run(int latest, String... arguments) throws IOException, InterruptedException {
        List<Path> before = scratch();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TWITCH_API_URL", twitch.address() + "/helix");
        builder.environment().put("TWITCH_AUTH_URL", twitch.address() + "/oauth2");
        builder.environment().put("TWITCH_CLIENT_ID", "me");
        builder.environment().put("TWITCH_CLIENT_SECRET", Shell.SECRET);
        Process process = builder.start();
        boolean ended = false;
        while (!ended && before.containsAll(scratch())) {
            ended = process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        if (process.waitFor(random.nextInt(latest), TimeUnit.MILLISECONDS)) {
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
            return 0;
        }
        process.destroyForcibly().waitFor();
        return 1;
    }

    /** What processes have there that are at work, or were when they were killed. */
    private List<Path> scratch() throws IOException {
        Path scratch = folder.resolve("data/scratch");
        if (!Files.exists(scratch)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(scratch)) {
            return files.toList();
        }
    }
}
