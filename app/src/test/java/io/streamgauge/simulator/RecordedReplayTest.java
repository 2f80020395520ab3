package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays what Twitch really sent, where recordings lie beside the repository. */
final class RecordedReplayTest {
    private static final Path RECORDINGS =
            repositoryRoot().resolve("../shared/recordings").normalize();

    @Test
    void everyRecordedRowIsServed() throws IOException {
        assumeTrue(Files.isDirectory(RECORDINGS), "There are no recordings beside the repository");
        JsonNode expected = new JsonMapper()
                .readTree(Files.readAllBytes(RECORDINGS.resolve("expected.json")))
                .path("snapshots");
        Replay replay = Replay.of(RECORDINGS);
        assertThat(replay.snapshots()).isEqualTo(expected.size());

        try (SimulatorServer server =
                SimulatorServer.start(replay, SimulatorSettings.defaults().withRateLimit(RateLimit.OFF))) {
            TwitchCaller caller = TwitchCaller.withToken(server);
            for (Map.Entry<String, JsonNode> snapshot : expected.properties()) {
                List<JsonNode> rows = caller.walk("/helix/streams?first=100");
                Set<String> ids = new HashSet<>();
                rows.forEach(row -> ids.add(row.path("id").asString()));
                assertThat(rows).hasSize(snapshot.getValue().path("raw_rows").intValue());
                assertThat(ids)
                        .hasSize(snapshot.getValue().path("distinct_streams").intValue());
                assertThat(rows.stream()
                                .mapToLong(row -> row.path("viewer_count").longValue())
                                .sum())
                        .isEqualTo(snapshot.getValue()
                                .path("viewers_if_not_deduplicated")
                                .longValue());
            }
        }
    }

    private static Path repositoryRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of("") : folder;
    }
}
