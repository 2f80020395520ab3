package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ReplayTest {
    @TempDir
    private Path folder;

    @Test
    void rowsComeAsRecordedInPages() throws IOException {
        String odd = "{\"id\":\"2\", \"new_field\":{},\"title\":\"\\ud83d\\udd25\"}";
        givenSnapshot("20260101T000000Z", "{\"id\":\"1\"}", odd, "{\"id\":\"1\"}");

        try (SimulatorServer server = SimulatorServer.start(Replay.of(folder), SimulatorSettings.defaults())) {
            TwitchCaller caller = TwitchCaller.withToken(server);
            Answer first = caller.get("/helix/streams?first=2");
            assertThat(first.text())
                    .isEqualTo("{\"data\":[{\"id\":\"1\"}," + odd + "],\"pagination\":{\"cursor\":\"" + first.cursor()
                            + "\"}}");
            assertThat(caller.get(TwitchCaller.after("/helix/streams?first=2", first.cursor()))
                            .text())
                    .isEqualTo("{\"data\":[{\"id\":\"1\"}],\"pagination\":{}}");
            assertThat(caller.get("/helix/streams?after=x").status()).isEqualTo(400);
        }
    }

    @Test
    void theNextSnapshotFollowsOnceOneWasWalkedToItsEnd() throws IOException {
        givenSnapshot("b", "{\"id\":\"3\"}");
        givenSnapshot("a", "{\"id\":\"1\",\"user_id\":\"7\"}", "{\"id\":\"2\"}");
        Files.createDirectory(folder.resolve("no-recording"));

        try (SimulatorServer server = SimulatorServer.start(Replay.of(folder), SimulatorSettings.defaults())) {
            TwitchCaller caller = TwitchCaller.withToken(server);
            assertThat(ids(caller.get("/helix/streams?first=1").rows())).containsExactly("1");
            assertThat(ids(caller.walk("/helix/streams?first=1"))).containsExactly("1", "2");
            assertThat(ids(caller.get("/helix/streams?user_id=7").rows())).containsExactly("1");
            assertThat(ids(caller.walk("/helix/streams?first=1"))).containsExactly("3");
            assertThat(ids(caller.walk("/helix/streams?first=1"))).containsExactly("3");
        }
    }

    @Test
    void saysWhatIsWrongWithARecording() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Replay.of(empty))
                .hasMessage("Cannot replay " + empty + ": neither it nor a folder in it holds streams.jsonl.gz");
        assertThatThrownBy(() -> Replay.of(folder.resolve("none")))
                .hasMessage("Cannot replay " + folder.resolve("none") + ": it is not a folder");
        Path bad = givenSnapshot("bad", "{\"id\":\"1\"}", "{\"id\":");
        assertThatThrownBy(() -> Replay.of(folder))
                .hasMessage("Cannot replay " + bad.resolve("streams.jsonl.gz") + ": line 2 is not a JSON object");
    }

    private Path givenSnapshot(String name, String... lines) throws IOException {
        Path snapshot = Files.createDirectory(folder.resolve(name));
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(snapshot.resolve("streams.jsonl.gz")))) {
            file.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return snapshot;
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }
}
