package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
final class SimulateFaultsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Thread running;

    @Test
    void faultsAreSwitchedOnAtTheStart() throws IOException {
        URI address = givenSimulator("--fault", "EMPTY_500:0.25", "--fault", "HALF_CURSOR:3", "--fault", "SLOW_REFILL");

        JsonNode state = faults(address);

        assertThat(state.path("rules").toString())
                .isEqualTo("[{\"fault\":\"EMPTY_500\",\"chance\":0.25},{\"fault\":\"HALF_CURSOR\",\"times\":3},"
                        + "{\"fault\":\"SLOW_REFILL\"}]");
        assertThat(state.path("seed").intValue()).isEqualTo(1);
    }

    @Test
    void aStormHasASeedOfItsOwnAndFaultsBesideIt() throws IOException {
        URI address = givenSimulator("--storm", "77", "--fault", "STALL:1", "--host", "localhost");

        JsonNode state = faults(address);

        assertThat(address.getHost()).isEqualTo("localhost");
        assertThat(state.path("seed").intValue()).isEqualTo(77);
        assertThat(state.path("rules").size()).isGreaterThan(20);
        assertThat(state.path("rules").get(state.path("rules").size() - 1).toString())
                .isEqualTo("{\"fault\":\"STALL\",\"times\":1}");
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.interrupt();
        running.join();
    }

    private URI givenSimulator(String... more) {
        List<String> arguments = new ArrayList<>(List.of("simulate", "--streams", "10"));
        arguments.addAll(List.of(more));
        Surroundings surroundings = new Shell(folder).surroundings(out, err);
        running = new Thread(() -> Main.run(surroundings, arguments.toArray(String[]::new)));
        running.start();
        while (running.isAlive() && Shell.lines(err).isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(Shell.lines(err)).containsExactly("Runs until interrupted");
        return URI.create(
                Shell.lines(out).get(1).replace("export TWITCH_API_URL=", "").replace("/helix", ""));
    }

    private static JsonNode faults(URI address) throws IOException {
        try (InputStream body = address.resolve("/simulator/faults").toURL().openStream()) {
            return new JsonMapper().readTree(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
