package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class RowFaultsTest extends SimulatorTest {
    private static final String ALL = "/helix/streams?first=100";

    @Test
    void fieldsAreEmpty() {
        TwitchCaller caller = givenAlways(Fault.NULL_TAGS);
        faults().always(Fault.EMPTY_CATEGORY);
        faults().always(Fault.EMPTY_TITLE);

        List<JsonNode> rows = caller.get(ALL).rows();

        assertThat(rows).hasSize(100).allSatisfy(row -> {
            assertThat(row.get("tags").isNull()).isTrue();
            assertThat(row.get("game_id").asString()).isEmpty();
            assertThat(row.get("game_name").asString()).isEmpty();
            assertThat(row.get("title").asString()).isEmpty();
        });
        assertThat(ids(rows)).isEqualTo(liveIds().subList(0, 100));
    }

    @Test
    void aFieldIsNew() {
        assertThat(givenAlways(Fault.NEW_FIELD)
                        .get(ALL)
                        .rows()
                        .get(0)
                        .path("content_notice")
                        .toString())
                .isEqualTo("{\"level\":3,\"source\":{\"by\":null}}");
    }

    @Test
    void aFieldIsMissing() {
        assertThat(givenAlways(Fault.MISSING_FIELD).get(ALL).rows())
                .allMatch(row -> row.has("viewer_count") != row.has("user_id"))
                .anyMatch(row -> row.has("viewer_count"))
                .anyMatch(row -> row.has("user_id"));
    }

    @Test
    void valuesAreStrange() {
        TwitchCaller caller = givenAlways(Fault.NUMBER_AS_TEXT);
        faults().always(Fault.START_1970);

        JsonNode row = caller.get(ALL).rows().get(0);

        assertThat(row.path("viewer_count").toString())
                .isEqualTo("\"" + live().get(0).viewerCount() + "\"");
        assertThat(row.path("started_at").asString()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void textIsUntidy() {
        String text =
                givenAlways(Fault.UNTIDY_TEXT).get("/helix/streams?first=1").text();

        assertThat(text)
                .contains("\"title\":\"\\u0000\\u0007\\u001b[31m \\t\\n \uD83C\uDFAE\u2764\uFE0F \\u202E")
                .contains(" \\ud83d\",");
    }

    @Test
    void aRowIsNone() {
        List<JsonNode> rows = givenAlways(Fault.GARBAGE_ROW).get(ALL).rows();

        assertThat(rows).hasSize(100).allMatch(row -> row.isNull() || row.isArray());
        assertThat(rows).anyMatch(JsonNode::isNull).anyMatch(JsonNode::isArray);
    }

    @Test
    void aChanceIsThatOfEachRowAndTheNumberOfTimesThatOfRows() {
        TwitchCaller caller = given(
                Fault.START_1970,
                FaultRule.always().withChance(0.2).afterCalls(1).times(15));

        assertThat(oldOnes(caller)).isEmpty();
        List<Integer> some = oldOnes(caller);
        assertThat(some)
                .hasSizeBetween(8, 15)
                .isNotEqualTo(IntStream.range(0, some.size()).boxed().toList());
        oldOnes(caller);
        assertThat(faults().happened()).isEqualTo(Map.of(Fault.START_1970, 15));
        assertThat(oldOnes(caller)).isEmpty();
    }

    private static List<Integer> oldOnes(TwitchCaller caller) {
        List<JsonNode> rows = caller.get(ALL).rows();
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).path("started_at").asString().startsWith("1970"))
                .boxed()
                .toList();
    }
}
