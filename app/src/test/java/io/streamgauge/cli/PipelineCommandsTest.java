package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PipelineCommandsTest {

    @TempDir
    Path folder;

    @Test
    void fromTheListingToTables() {
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:00:00Z")) {
            Shell shell = new Shell(folder).with(twitch);

            Shell.Result collected = shell.run("collect", "--at", "2026-06-07T20:00:00.7Z");
            assertThat(collected.status()).isZero();
            assertThat(collected.out())
                    .singleElement()
                    .asString()
                    .matches("Landed the snapshot of 2026-06-07T20:00:00Z: \\d+ streams, complete");
            int streams = Integer.parseInt(collected.out().get(0).replaceFirst(".*: (\\d+) streams.*", "$1"));

            assertThat(shell.run("collect", "--at", "2026-06-07T20:00:00Z"))
                    .isEqualTo(new Shell.Result(
                            0,
                            List.of("A complete snapshot of 2026-06-07T20:00:00Z has landed already; nothing was done"),
                            List.of()));

            JsonNode crawl = json(shell.run("collect", "--at", "2026-06-07T20:15:00Z", "--json"));
            assertThat(crawl.path("snapshot_at").asString()).isEqualTo("2026-06-07T20:15:00Z");
            assertThat(crawl.path("capture").path("listed").asInt()).isEqualTo(streams);
            assertThat(crawl.path("recovered").asInt()).isZero();
            assertThat(crawl.path("simulated").asBoolean()).isTrue();

            JsonNode transformed = json(shell.run("transform", "--json"));
            assertThat(transformed.path("complete").asInt()).isEqualTo(2);
            String version = transformed.path("data_version").asString();
            assertThat(shell.run("transform").out())
                    .containsExactly("Nothing new has landed; the newest is of 2026-06-07T20:15:00Z");
            assertThat(json(shell.run("transform", "--rebuild", "--json"))
                            .path("data_version")
                            .asString())
                    .isEqualTo(version);

            JsonNode status = json(shell.run("status", "--json"));
            assertThat(status.path("newest").path("channels").asInt()).isEqualTo(streams);
            assertThat(shell.run("status").out()).contains("Data             simulated");

            Shell.Result exported = shell.run("export", "silver_stream_updates", "--from", "2026-06-07T20:10:00Z");
            assertThat(exported.out()).hasSize(streams + 1);
            assertThat(exported.err()).containsExactly(streams + " rows of silver_stream_updates");
            assertThat(shell.run("export", "top_games", "--format", "parquet", "--out", "top.parquet")
                            .status())
                    .isZero();
            assertThat(folder.resolve("top.parquet")).isNotEmptyFile();
            assertThat(filesUnder(folder.resolve("data/scratch"))).containsExactly("guard");
        }
    }

    private static List<String> filesUnder(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode json(Shell.Result result) {
        assertThat(result.status()).as(String.join("\n", result.err())).isZero();
        return new JsonMapper().readTree(String.join("\n", result.out()));
    }
}
