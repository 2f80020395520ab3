package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages follow one another by score, while scores move. */
final class CursorTest extends SimulatorTest {
    private static final String TENS = "/helix/streams?first=10";

    @Test
    void aCursorHoldsTheScoresOfItsPagesFirstAndLastRow() {
        Answer page = givenCaller().get(TENS);
        List<LiveStream> live = WORLD.liveAt(worldClock.instant());
        JsonNode cursor = json(page.cursor());

        assertThat(page.cursor()).doesNotContain("=");
        assertThat(json(cursor.path("b").path("Cursor").asString()).toString())
                .isEqualTo("{\"s\":" + live.get(0).score() + ",\"d\":false,\"t\":true}");
        assertThat(json(cursor.path("a").path("Cursor").asString()).path("s").doubleValue())
                .isEqualTo(live.get(9).score());
    }

    @Test
    void aPageBeginsBelowTheScoreAtWhichTheOneBeforeEndedThoughTheListMoved() {
        TwitchCaller caller = givenCaller();
        Answer first = caller.get(TENS);
        double ended = json(json(first.cursor()).path("a").path("Cursor").asString())
                .path("s")
                .doubleValue();

        worldClock.advance(Duration.ofMinutes(20));
        Answer second = caller.get(TwitchCaller.after(TENS, first.cursor()));

        List<String> expected = WORLD.liveAt(worldClock.instant()).stream()
                .filter(stream -> stream.score() < ended)
                .limit(10)
                .map(LiveStream::id)
                .toList();
        assertThat(second.rows()).extracting(row -> row.path("id").asString()).isEqualTo(expected);
    }

    @Test
    void aWalkOverAMovingWorldRepeatsSomeStreamsAndMissesSome() {
        TwitchCaller caller = givenCaller();
        Set<String> seen = new HashSet<>();
        int rows = 0;
        Set<String> liveThroughout = idSet(WORLD.liveAt(worldClock.instant()));
        Answer page = caller.get(TENS);
        while (!page.cursor().isEmpty()) {
            rows += page.rows().size();
            page.rows().forEach(row -> seen.add(row.path("id").asString()));
            worldClock.advance(Duration.ofSeconds(30));
            page = caller.get(TwitchCaller.after(TENS, page.cursor()));
        }
        liveThroughout.retainAll(idSet(WORLD.liveAt(worldClock.instant())));
        liveThroughout.removeAll(seen);

        assertThat(rows).isGreaterThan(seen.size());
        assertThat(liveThroughout).isNotEmpty();
    }

    @Test
    void whatIsNoCursorIsRefused() {
        TwitchCaller caller = givenCaller();
        String noScore =
                Base64.getEncoder().encodeToString("{\"a\":{\"Cursor\":\"e30=\"}}".getBytes(StandardCharsets.UTF_8));
        for (String cursor : List.of("IA", "%%%", noScore, "bm8ganNvbg")) {
            Answer answer = caller.get(TwitchCaller.after(TENS, cursor));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text())
                    .isEqualTo("{\"error\":\"Bad Request\",\"status\":400,\"message\":\"invalid cursor\"}");
        }
    }

    private static Set<String> idSet(List<LiveStream> live) {
        Set<String> ids = new HashSet<>();
        live.forEach(stream -> ids.add(stream.id()));
        return ids;
    }

    static JsonNode json(String base64) {
        return new JsonMapper().readTree(Base64.getDecoder().decode(base64));
    }
}
