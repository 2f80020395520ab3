package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PageFaultsTest extends SimulatorTest {
    private static final String ALL = "/helix/streams?first=100";

    @Test
    void aGoodCursorIsRefusedNowAndThen() {
        TwitchCaller caller = given(Fault.INVALID_CURSOR, FaultRule.once());
        String second = TwitchCaller.after(ALL, caller.get(ALL).cursor());

        Answer refused = caller.get(second);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo("{\"error\":\"Bad Request\",\"status\":400,\"message\":\"invalid cursor\"}");
        assertThat(ids(caller.get(second).rows())).isEqualTo(liveIds().subList(100, 200));
    }

    @Test
    void shortPagesLoseNothing() {
        TwitchCaller caller = givenAlways(Fault.SHORT_PAGE);

        assertThat(caller.get(ALL).rows()).hasSizeBetween(40, 60);
        assertThat(ids(caller.walk(ALL))).isEqualTo(liveIds());
    }

    @Test
    void anEmptyPageLeadsToTheRowsThatItLacks() {
        TwitchCaller caller = given(Fault.EMPTY_PAGE, FaultRule.once().afterCalls(1));
        String first = caller.get(ALL).cursor();

        Answer empty = caller.get(TwitchCaller.after(ALL, first));

        assertThat(empty.rows()).isEmpty();
        assertThat(empty.cursor()).isNotEmpty().isNotEqualTo(first);
        assertThat(ids(caller.get(TwitchCaller.after(ALL, empty.cursor())).rows()))
                .isEqualTo(liveIds().subList(100, 200));
    }

    @Test
    void aHalfCursorLeadsNowhereForEver() {
        TwitchCaller caller = given(Fault.HALF_CURSOR, FaultRule.once());

        Answer half = caller.get(ALL);
        faults().clear();
        Answer next = caller.get(TwitchCaller.after(ALL, half.cursor()));
        Answer last = caller.get(TwitchCaller.after(ALL, next.cursor()));

        assertThat(half.rows()).hasSizeBetween(40, 60);
        assertThat(CursorTest.json(half.cursor()).path("a").path("Cursor").asString("-"))
                .isEmpty();
        assertThat(next.text())
                .isEqualTo("{\"data\":[],\"pagination\":{\"cursor\":\"" + half.cursor() + "\"}}")
                .isEqualTo(last.text());
    }

    @Test
    void aRepeatedCursorLeadsToThePageThatNamesIt() {
        TwitchCaller caller = given(Fault.REPEATED_CURSOR, FaultRule.once());
        String cursor = caller.get(ALL).cursor();

        Answer page = caller.get(TwitchCaller.after(ALL, cursor));

        assertThat(page.cursor()).isEqualTo(cursor);
        assertThat(ids(page.rows())).isEqualTo(liveIds().subList(100, 200));
    }

    @Test
    void theLastPageLeadsBackToTheFirst() {
        TwitchCaller caller = given(Fault.WRAP, FaultRule.once());
        List<String> twice = List.copyOf(liveIds());

        List<JsonNode> rows = caller.walk(ALL);

        assertThat(ids(rows).subList(0, twice.size())).isEqualTo(twice);
        assertThat(ids(rows).subList(twice.size(), rows.size())).isEqualTo(twice);
    }

    @Test
    void aPageInMidListLeadsBackToTheFirst() {
        TwitchCaller caller = given(Fault.WRAP_MID_LIST, FaultRule.once().on(FaultRule.Pages.LATER));
        String second = TwitchCaller.after(ALL, caller.get(ALL).cursor());

        worldClock.advance(Duration.ofHours(2));
        Answer wrapped = caller.get(second);

        assertThat(ids(caller.get(TwitchCaller.after(ALL, wrapped.cursor())).rows()))
                .isEqualTo(liveIds().subList(0, 100));
    }

    @Test
    void theListEndsEarly() {
        TwitchCaller caller = given(Fault.EARLY_END, FaultRule.once().afterCalls(2));

        assertThat(ids(caller.walk(ALL))).isEqualTo(liveIds().subList(0, 300));
    }

    @Test
    void aPageRepeatsRowsOfTheOneBefore() {
        TwitchCaller caller = given(Fault.DUPLICATE_ROWS, FaultRule.once().inLanguage("en"));
        String english = ALL + "&language=en";

        List<String> first = ids(caller.get(english).rows());
        List<String> rows = ids(caller.walk(english));

        List<String> expected = live().stream()
                .filter(stream -> stream.language().equals("en"))
                .map(LiveStream::id)
                .toList();
        int repeated = rows.size() - expected.size();
        assertThat(repeated).isBetween(1, 10);
        assertThat(rows.subList(100, 100 + repeated)).isEqualTo(first.subList(100 - repeated, 100));
        assertThat(rows.stream().distinct()).containsExactlyElementsOf(expected);
    }

    @Test
    void lookupsHaveNoPages() {
        TwitchCaller caller = givenAlways(Fault.WRAP);
        faults().always(Fault.EMPTY_PAGE);
        LiveStream stream = live().get(0);

        Answer found = caller.get("/helix/streams?user_id=" + stream.userId());

        assertThat(ids(found.rows())).containsExactly(stream.id());
        assertThat(found.cursor()).isEmpty();
        assertThat(faults().happened()).isEqualTo(Map.of());
    }
}
