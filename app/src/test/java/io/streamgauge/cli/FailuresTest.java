package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailuresTest {

    private static final String AT = "2026-06-07T20:00:00Z";

    @TempDir
    Path folder;

    @Test
    void missingCredentialsSayHowToGetThem() {
        String sentence = "TWITCH_CLIENT_ID and TWITCH_CLIENT_SECRET are not set: register an application at"
                + " https://dev.twitch.tv/console/apps and set both, or try 'streamgauge demo', which needs no account";

        assertThat(new Shell(folder).run("up")).isEqualTo(failure(sentence));
        assertThat(new Shell(folder).run("collect")).isEqualTo(failure(sentence));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void wrongCredentials() {
        try (SimulatorServer twitch =
                Shell.twitch(AT, SimulatorSettings.defaults().withClients(Map.of("me", "another")))) {
            assertThat(new Shell(folder).with(twitch).run("collect"))
                    .isEqualTo(failure("Twitch refused the client secret (403 invalid client secret): check"
                            + " TWITCH_CLIENT_SECRET"));
        }
    }

    @Test
    void unreachableService() {
        SimulatorServer twitch = Shell.twitch(AT);
        twitch.close();
        assertThat(new Shell(folder).with(twitch).run("collect"))
                .isEqualTo(failure("Twitch cannot be reached at " + twitch.address()
                        + "/oauth2/token after 5 tries: the connection was refused"));
    }

    @Test
    void occupiedPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            String sentence = "Port " + port + " of 127.0.0.1 is taken by another program: end it, or choose another"
                    + " port with --port";
            Shell shell = new Shell(folder).with("TWITCH_CLIENT_ID", "a").with("TWITCH_CLIENT_SECRET", "b");

            for (String command : List.of("demo", "up", "serve")) {
                assertThat(shell.run(command, "--port", port)).isEqualTo(failure(sentence));
            }
            assertThat(shell.run("simulate", "--streams", "10", "--port", port))
                    .isEqualTo(failure("Cannot open the simulator on port " + port
                            + " of 127.0.0.1: Address already in use; choose others with --host and --port"));
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void folderThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("data"), "a file");
        try (SimulatorServer twitch = Shell.twitch(AT)) {
            Shell.Result result = new Shell(folder).with(twitch).run("collect");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err())
                    .singleElement()
                    .asString()
                    .startsWith("Cannot write in the folder " + folder.resolve("data/scratch") + ": ");
        }
    }

    @Test
    void fileInLandingThatIsNoSnapshot() throws IOException {
        String name = "landing/date=2026-06-07/20260607T200000Z.parquet";
        Path lake = folder.resolve("data/lake");
        Files.createDirectories(lake.resolve(name).getParent());
        Files.writeString(lake.resolve(name), "PAR1 but no more");
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:15:00Z")) {
            Shell shell = new Shell(folder).with(twitch);
            assertThat(shell.run("collect", "--at", "2026-06-07T20:15:00Z").status())
                    .isZero();

            Shell.Result result = shell.run("transform");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.out())
                    .containsExactly(
                            "Took in 1 complete and 0 partial snapshots; the newest is of 2026-06-07T20:15:00Z");
            assertThat(result.err()).hasSize(2);
            assertThat(result.err().get(0)).isEqualTo("Transformed 2026-06-07: 1 snapshot (1 of 1)");
            assertThat(result.err().get(1))
                    .startsWith("Set aside " + name + " as aside/" + name
                            + ": Cannot read snapshot 20260607T200000Z.parquet: ");
            assertThat(lake.resolve("aside").resolve(name)).hasContent("PAR1 but no more");
        }
    }

    @Test
    void nothingToRead() {
        Path lake = folder.resolve("data/lake");
        assertThat(new Shell(folder).run("status"))
                .isEqualTo(failure("There is no lake in " + lake + ": 'streamgauge collect' and 'streamgauge transform'"
                        + " make one, or name another with --lake"));
    }

    @Test
    void unknownKeyInTheConfiguration() throws IOException {
        Path file = Files.writeString(folder.resolve("my.properties"), "TWITCH_CLIENT=x");
        assertThat(new Shell(folder).run("collect", "--config", "my.properties"))
                .isEqualTo(new Shell.Result(
                        2,
                        List.of(),
                        List.of("There is no setting TWITCH_CLIENT (in " + file + ", line 1); did you mean"
                                + " TWITCH_CLIENT_ID?")));
    }

    private static Shell.Result failure(String sentence) {
        return new Shell.Result(1, List.of(), List.of(sentence));
    }
}
