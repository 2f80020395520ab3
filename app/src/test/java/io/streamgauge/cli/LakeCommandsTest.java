package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that look after a lake. */
final class LakeCommandsTest {

    @TempDir
    Path folder;

    @Test
    void statusTellsOfCrawlsThatFailedAndOfRuns() {
        Shell shell = new Shell(folder);
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:00:00Z")) {
            shell.with(twitch);
            assertThat(shell.run("collect", "--at", "2026-06-07T20:00:00Z").status())
                    .isZero();
            assertThat(shell.run("transform").status()).isZero();
        }
        Shell.Result failed = shell.run("collect", "--at", "2026-06-07T20:15:00Z");
        assertThat(failed.status()).isEqualTo(1);

        assertSlots(shell);
        assertThat(shell.run("transform").status()).isZero();
        JsonNode status = assertSlots(shell);
        JsonNode trouble = status.path("troubled_slots").get(0);
        assertThat(trouble.path("state").asString()).isEqualTo("failed");
        assertThat(trouble.path("at").asString()).isEqualTo("2026-06-07T20:15:00Z");
        assertThat(failed.err().get(failed.err().size() - 1))
                .isEqualTo(trouble.path("reason").asString());
        JsonNode first = status.path("runs").get(1);
        assertThat(first.path("kind").asString()).isEqualTo("transform");
        assertThat(first.path("outcome").asString()).isEqualTo("done");
        assertThat(first.path("attempt").asInt()).isEqualTo(1);
        assertThat(first.path("snapshots").asInt()).isEqualTo(1);
        assertThat(first.path("rows").asInt()).isGreaterThan(500);
        assertThat(status.path("quality").size()).isGreaterThan(10);
        assertThat(shell.run("status").out())
                .contains("Slots            2 planned, 1 complete, 0 partial, 0 set apart, 1 failed, 0 never tried");
    }

    /** The clock is that of this machine, but simulated data has the time of its newest snapshot. */
    private static JsonNode assertSlots(Shell shell) {
        JsonNode status = json(shell.run("status", "--json"));
        assertThat(status.path("slots").path("complete").asInt()).isEqualTo(1);
        assertThat(status.path("slots").path("failed").asInt()).isEqualTo(1);
        return status;
    }

    static JsonNode json(Shell.Result result) {
        assertThat(result.status()).as(String.join("\n", result.err())).isZero();
        return new JsonMapper().readTree(String.join("\n", result.out()));
    }
}
