package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is recorded can go wrong too. */
final class ReplayFaultsTest {
    private static final String TENS = "/helix/streams?first=10";
    private static final List<String> IDS =
            IntStream.range(0, 100).mapToObj(Integer::toString).toList();

    @TempDir
    private Path folder;

    private SimulatorServer server;
    private TwitchCaller caller;

    @BeforeEach
    void start() throws IOException {
        String rows = IDS.stream()
                .map(id -> "{\"id\":\"" + id + "\",\"user_id\":\"9" + id + "\",\"viewer_count\":3,\"language\":\"de\"}")
                .collect(Collectors.joining("\n"));
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve("streams.jsonl.gz")))) {
            file.write(rows.getBytes(StandardCharsets.UTF_8));
        }
        server = SimulatorServer.start(Replay.of(folder), SimulatorSettings.defaults());
        caller = TwitchCaller.withToken(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void pagesAreShortAndSomeRowsComeTwice() {
        server.faults().always(Fault.SHORT_PAGE);
        assertThat(caller.get(TENS).rows()).hasSizeBetween(4, 6);
        assertThat(ids(caller.walk(TENS))).isEqualTo(IDS);

        server.faults().clear();
        server.faults().always(Fault.DUPLICATE_ROWS);
        List<String> rows = ids(caller.walk(TENS));
        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows.stream().distinct()).containsExactlyElementsOf(IDS);
    }

    @Test
    void cursorsLeadAstray() {
        server.faults().once(Fault.HALF_CURSOR);
        Answer half = caller.get(TENS);
        String followed = TwitchCaller.after(TENS, half.cursor());
        assertThat(caller.get(followed).cursor()).isEqualTo(half.cursor());
        assertThat(caller.get(followed).rows()).isEmpty();

        server.faults().once(Fault.WRAP);
        assertThat(caller.walk(TENS)).hasSize(200);
        server.faults().once(Fault.EARLY_END);
        assertThat(caller.walk(TENS)).hasSize(10);
    }

    @Test
    void someRowsSpeakALanguageThatNobodyKnows() {
        server.faults().withChance(Fault.UNKNOWN_LANGUAGE, 0.3);

        List<JsonNode> german = caller.walk(TENS + "&language=de");
        List<JsonNode> foreign = caller.walk(TENS + "&language=xx");

        assertThat(german.size() + foreign.size()).isEqualTo(100);
        assertThat(foreign).hasSizeBetween(10, 60);
        assertThat(foreign).allMatch(row -> row.path("language").asString().equals("xx"));
    }

    @Test
    void rowsAreChanged() {
        server.faults().always(Fault.NUMBER_AS_TEXT);
        server.faults().always(Fault.FLICKER);

        assertThat(caller.get("/helix/streams?first=1").text())
                .startsWith("{\"data\":[{\"id\":\"0\",\"user_id\":\"90\",\"viewer_count\":\"3\",\"language\":\"de\"}]");
        assertThat(ids(caller.walk(TENS))).isEqualTo(IDS);
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }
}
