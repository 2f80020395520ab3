package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
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

    @Test
    void forgetAsksBeforeItRemoves() {
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:00:00Z")) {
            Shell shell = new Shell(folder).with(twitch);
            shell.run("collect", "--at", "2026-06-07T20:00:00Z");
            shell.run("transform");
            String[] first =
                    shell.run("export", "silver_channel_names").out().get(1).split(",");
            String id = first[0];
            String login = first[1];

            Shell.Result dry = shell.run("forget", login, "--dry-run");
            assertThat(dry.status()).isZero();
            assertThat(dry.out())
                    .contains(
                            "1 rows of silver_channel_names",
                            "Channel " + id + " would be removed from these, and from landing");
            assertThat(shell.run("forget", login))
                    .satisfies(unconfirmed -> assertThat(unconfirmed.status()).isEqualTo(1))
                    .satisfies(unconfirmed -> assertThat(unconfirmed.err())
                            .containsExactly("Nothing was removed: --yes confirms that channel " + id + " is to be"));
            assertThat(shell.run("forget", login, "--yes").status()).isZero();
            assertThat(shell.run("forget", login, "--dry-run").err())
                    .containsExactly(
                            "No channel with the login '" + login + "' is known here; its id works whatever its name");

            shell.run("collect", "--at", "2026-06-07T20:15:00Z");
            assertThat(json(shell.run("transform", "--json")).path("complete").asInt())
                    .isEqualTo(1);
            assertThat(shell.run("export", "silver_stream_updates").out())
                    .noneMatch(line -> line.contains("," + id + ","))
                    .filteredOn(line -> line.contains(",-1,"))
                    .hasSize(2);
            assertThat(json(shell.run("status", "--json")).path("forgotten").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void backfillSaysWhatItWouldDo() {
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:00:00Z")) {
            Shell shell = new Shell(folder).with(twitch);
            shell.run("collect", "--at", "2026-06-07T20:00:00Z");
            shell.run("transform");
            shell.run("collect", "--at", "2026-06-07T20:30:00Z");
            String[] line = {"backfill", "--from", "2026-06-07T20:00:00Z", "--to", "2026-06-07T20:45:00Z"};

            assertThat(shell.run(with(line, "--dry-run")).out())
                    .containsExactly(
                            "Takes in 1 snapshot of 2026-06-07",
                            "1 slot from 2026-06-07T20:15:00Z to 2026-06-07T20:15:00Z without a complete snapshot cannot"
                                    + " be had again: Twitch tells only who is live now",
                            "Nothing was done: this was a dry run");
            JsonNode done = json(shell.run(with(line, "--json")));
            assertThat(done.path("done").asBoolean()).isTrue();
            assertThat(done.path("waiting_snapshots").path("2026-06-07").asInt())
                    .isEqualTo(1);
            assertThat(done.path("lost_slots").get(0).path("state").asString()).isEqualTo("missing");
            assertThat(shell.run(line).out()).contains("There is nothing to compute");
        }
    }

    private static String[] with(String[] line, String more) {
        return Stream.concat(Arrays.stream(line), Stream.of(more)).toArray(String[]::new);
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
