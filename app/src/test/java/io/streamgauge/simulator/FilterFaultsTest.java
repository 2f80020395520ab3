package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class FilterFaultsTest extends SimulatorTest {
    private static final String ALL = "/helix/streams?first=100";
    private static final String GERMAN = ALL + "&language=de";

    @Test
    void theFilterIsIgnored() {
        TwitchCaller caller = givenAlways(Fault.FILTER_IGNORED);

        assertThat(ids(caller.walk(GERMAN))).isEqualTo(liveIds());
        assertThat(ids(caller.walk(ALL + "&user_id=" + live().get(0).userId()))).hasSize(1);
    }

    @Test
    void theFilterFindsNothing() {
        TwitchCaller caller = givenAlways(Fault.FILTER_EMPTY);

        assertThat(caller.get(GERMAN).text()).isEqualTo("{\"data\":[],\"pagination\":{}}");
        assertThat(ids(caller.walk(ALL))).isEqualTo(liveIds());
    }

    @Test
    void someStreamsSpeakALanguageThatNobodyKnows() {
        TwitchCaller caller = givenAlways(Fault.UNKNOWN_LANGUAGE);

        List<JsonNode> rows = caller.walk(ALL);
        List<JsonNode> foreign = rows.stream()
                .filter(row -> row.path("language").asString().equals("xx"))
                .toList();

        assertThat(ids(rows)).isEqualTo(liveIds());
        assertThat(foreign).hasSizeBetween(rows.size() / 50, rows.size() / 10);
        assertThat(caller.walk(ALL + "&language=xx")).isEqualTo(foreign);
        List<JsonNode> found = new ArrayList<>();
        Languages.ALL.forEach(language -> found.addAll(caller.walk(ALL + "&language=" + language.code())));
        assertThat(found).hasSize(rows.size() - foreign.size()).doesNotContainAnyElementsOf(foreign);
        String userId = foreign.get(0).path("user_id").asString();
        assertThat(caller.get("/helix/streams?user_id=" + userId).rows()).containsExactly(foreign.get(0));
    }

    @Test
    void youngStreamsComeAndGo() {
        TwitchCaller caller = TwitchCaller.withToken(givenServer(SETTINGS.withListingEvery(Duration.ofSeconds(1))));
        faults().always(Fault.FLICKER);
        int young = 0;
        int missing = 0;
        for (int window = 0; window < 60; window++) {
            Instant aMinuteAgo = worldClock.instant().minusSeconds(60);
            List<String> shown = ids(caller.walk(ALL));
            assertThat(ids(caller.walk(ALL))).isEqualTo(shown);
            for (LiveStream stream : live()) {
                boolean isYoung = stream.startedAt().isAfter(aMinuteAgo);
                boolean isShown = shown.contains(stream.id());
                assertThat(isYoung || isShown).isTrue();
                young += isYoung ? 1 : 0;
                missing += isShown ? 0 : 1;
            }
            worldClock.advance(Duration.ofSeconds(10));
        }

        assertThat(missing).isBetween(young / 4, young * 3 / 4).isPositive();
        assertThat(faults().happened().get(Fault.FLICKER)).isGreaterThanOrEqualTo(2 * missing);
    }
}
