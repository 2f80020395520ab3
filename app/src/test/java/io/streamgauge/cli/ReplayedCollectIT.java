package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.Replay;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.twitch.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded listings go through the commands, and the figures that are known of them come out. */
final class ReplayedCollectIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"20251230T014500Z", "20260112T015700Z"})
    void givesTheKnownFigures(String snapshot) throws IOException {
        JsonNode expected = JSON.readTree(Files.readAllBytes(Recordings.folder().resolve("expected.json")))
                .path("snapshots")
                .path(snapshot);
        SimulatorSettings settings = SimulatorSettings.defaults().withRateLimit(RateLimit.OFF);
        try (SimulatorServer twitch =
                SimulatorServer.start(Replay.of(Recordings.folder().resolve(snapshot)), settings)) {
            Shell shell = new Shell(folder).with(twitch);

            JsonNode crawl = json(shell.run("collect", "--crawl", "walk", "--json"));
            json(shell.run("transform", "--json"));
            JsonNode newest = json(shell.run("status", "--json")).path("newest");

            assertThat(crawl.path("complete").asBoolean()).isTrue();
            assertThat(crawl.path("rows").asInt())
                    .isEqualTo(expected.path("raw_rows").asInt());
            assertThat(crawl.path("duplicates").asInt())
                    .isEqualTo(expected.path("duplicate_rows").asInt());
            assertThat(newest.path("viewers").asLong())
                    .isEqualTo(expected.path("viewers").asLong());
            assertThat(newest.path("channels").asLong())
                    .isEqualTo(expected.path("channels").asLong());
            assertThat(newest.path("categories").asLong())
                    .isEqualTo(expected.path("categories").asLong());
        }
    }

    @Test
    void bothRecordingsOneAfterTheOtherGiveTheKnownFiguresByLanguageToo() throws IOException {
        JsonNode expected = JSON.readTree(Files.readAllBytes(Recordings.folder().resolve("expected.json")))
                .path("snapshots");
        SimulatorSettings settings = SimulatorSettings.defaults().withRateLimit(RateLimit.OFF);
        try (SimulatorServer twitch = SimulatorServer.start(Replay.of(Recordings.folder()), settings)) {
            Shell shell = new Shell(folder).with(twitch);
            for (String snapshot : List.of("20251230T014500Z", "20260112T015700Z")) {
                JsonNode crawl = json(shell.run(
                        "collect", "--at", SnapshotId.parse(snapshot).at().toString(), "--json"));
                assertThat(crawl.path("mode").asString()).isEqualTo("languages");
                json(shell.run("transform", "--json"));
                JsonNode newest = json(shell.run("status", "--json")).path("newest");
                for (String figure : List.of("viewers", "channels", "categories")) {
                    assertThat(newest.path(figure).asLong())
                            .as(figure)
                            .isEqualTo(expected.path(snapshot).path(figure).asLong());
                }
            }
        }
    }

    private static JsonNode json(Shell.Result result) {
        assertThat(result.status()).as(String.join("\n", result.err())).isZero();
        return JSON.readTree(String.join("\n", result.out()));
    }
}
