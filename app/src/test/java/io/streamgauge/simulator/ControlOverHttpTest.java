package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ControlOverHttpTest extends SimulatorTest {
    private static final String FAULTS = "/simulator/faults";
    private static final String ALL = "/helix/streams?first=100";

    @Test
    void rulesAreSetAndTakenAwayWhileCallsAreAnswered() {
        TwitchCaller caller = givenCaller();
        String rules = "[{\"fault\":\"EMPTY_500\",\"times\":1,\"after_calls\":1},"
                + "{\"fault\":\"INVALID_CURSOR\",\"chance\":0.5,\"language\":\"de\",\"path\":\"/helix/streams\","
                + "\"pages\":\"later\"}]";

        JsonNode set = caller.control("PUT", FAULTS + "?seed=42", rules).json();
        assertThat(caller.get(ALL).status()).isEqualTo(200);
        assertThat(caller.get(ALL).status()).isEqualTo(500);
        JsonNode state = caller.control("GET", FAULTS, "").json();
        JsonNode cleared = caller.control("DELETE", FAULTS, "").json();

        assertThat(set.path("seed").intValue()).isEqualTo(42);
        assertThat(set.path("rules").toString()).isEqualTo(rules);
        assertThat(set.path("happened").toString()).isEqualTo("{}");
        assertThat(state.path("happened").toString()).isEqualTo("{\"EMPTY_500\":1}");
        assertThat(state.path("known").path("EMPTY_500").asString()).isEqualTo("500 with an empty body.");
        assertThat(state.path("known")).hasSize(Fault.values().length);
        assertThat(cleared.path("rules").toString()).isEqualTo("[]");
        assertThat(faults().orders()).isEmpty();
    }

    @Test
    void callsAreCountedByStatus() {
        SimulatorServer server = givenServer(SETTINGS.withRateLimit(new RateLimit(2, 1)));
        TwitchCaller caller = TwitchCaller.withToken(server);
        caller.get(ALL);
        caller.get("/helix/streams?first=0");
        caller.get(ALL);
        caller.get(ALL);

        assertThat(caller.control("GET", "/simulator/calls", "").text())
                .isEqualTo("{\"calls\":4,\"by_status\":{\"200\":1,\"400\":1,\"429\":2}}");
        assertThat(server.helixCalls()).isEqualTo(Map.of(200, 1, 400, 1, 429, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | The rules are no JSON array, expected one such as [{\"fault\":\"EMPTY_500\",\"chance\":0.01}]",
                "[{\"chance\":1}] | Rule 1: 'fault' is missing, expected a fault's name",
                "[{\"fault\":5}] | Rule 1: 'fault' is 5, expected a fault's name",
                "[{\"fault\":\"STALL\"},{\"fault\":\"STALL\",\"chanse\":1}] | Rule 2: 'chanse' is unknown; known are"
                        + " fault, chance, times, after_calls, language, path, pages",
                "[{\"fault\":\"STALL\",\"chance\":\"often\"}] | Rule 1: 'chance' is \"often\", expected a number",
                "[{\"fault\":\"STALL\",\"chance\":2}] | Rule 1: A fault's chance lies above 0 and not above 1, not at"
                        + " 2.0",
                "[{\"fault\":\"STALL\",\"times\":1.5}] | Rule 1: 'times' is 1.5, expected a whole number",
                "[{\"fault\":\"STALL\",\"pages\":\"last\"}] | Rule 1: 'pages' is \"last\", expected any, first or"
                        + " later",
                "[{\"fault\":\"FLICKER\",\"times\":3}] | Rule 1: FLICKER lasts as long as its rule: leave out everything"
                        + " but its chance"
            })
    void badRulesAreRefusedAndChangeNothing(String body, String message) {
        TwitchCaller caller = givenAlways(Fault.NULL_TAGS);

        Answer refused = caller.control("PUT", FAULTS, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("message").asString()).isEqualTo(message);
        assertThat(faults().orders()).hasSize(1);
    }

    @Test
    void saysWhatIsKnown() {
        TwitchCaller caller = givenCaller();

        assertThat(caller.control("PUT", FAULTS, "[{\"fault\":\"STALLS\"}]")
                        .json()
                        .path("message")
                        .asString())
                .startsWith("Rule 1: There is no fault 'STALLS'; there are CONNECTION_RESET, ")
                .endsWith(", GARBAGE_ROW");
        assertThat(caller.control("PUT", FAULTS, "[{").json().path("message").asString())
                .startsWith("The rules are not JSON: ");
        assertThat(caller.control("PUT", FAULTS + "?seed=x", "[]")
                        .json()
                        .path("message")
                        .asString())
                .isEqualTo("The seed is 'x', expected a whole number");
        assertThat(caller.control("POST", FAULTS, "[]").status()).isEqualTo(404);
    }
}
