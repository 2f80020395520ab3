package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

final class TransportFaultsTest extends SimulatorTest {
    private static final String ALL = "/helix/streams?first=100";

    @Test
    void theConnectionEndsInMidBody() {
        TwitchCaller caller = given(Fault.CONNECTION_RESET, FaultRule.once());

        assertThatThrownBy(() -> caller.get(ALL))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageMatching("fixed content-length: \\d{5}, bytes received: \\d{5}");
        assertThat(caller.get(ALL).rows()).hasSize(100);
    }

    @Test
    void jsonStopsHalfwayInAWholeBody() {
        TwitchCaller caller = given(Fault.TRUNCATED_JSON, FaultRule.once());

        Answer cut = caller.getPacked(ALL);

        assertThat(cut.status()).isEqualTo(200);
        assertThatThrownBy(cut::json).isInstanceOf(JacksonException.class);
        Answer whole = caller.get(ALL);
        assertThat(whole.text()).startsWith(cut.text().substring(0, cut.text().length() - 4));
        assertThat(whole.rows()).hasSize(100);
    }

    @Test
    void fiveHundredWithNothing() {
        Answer answer = givenAlways(Fault.EMPTY_500).get(ALL);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("X-Streamgauge-Simulated")).isEqualTo("true");
    }

    @Test
    void fiveHundredAndThreeFromTheEdge() {
        SimulatorServer server = givenServer(SETTINGS.withRateLimit(RateLimit.TWITCH));
        server.faults().once(Fault.HTML_503);
        TwitchCaller caller = TwitchCaller.withToken(server);

        Answer answer = caller.get(ALL);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.text()).startsWith("<!DOCTYPE html>");
        assertThat(answer.header("Ratelimit-Remaining")).isEmpty();
        assertThat(caller.get(ALL).header("Ratelimit-Remaining")).isEqualTo("799");
    }

    @Test
    void anAnswerIsHeldBack() {
        SimulatorServer server = givenServer(SETTINGS.withStall(Duration.ofMillis(60)));
        server.faults().once(Fault.STALL);
        TwitchCaller caller = TwitchCaller.withToken(server);

        long asked = System.nanoTime();
        assertThat(caller.get(ALL).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        assertThat(faults().happened()).isEqualTo(Map.of(Fault.STALL, 1));
        assertThat(SETTINGS.stall()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aTokenIsRevokedAndAnotherOneIsGood() {
        TwitchCaller caller = given(Fault.TOKEN_REVOKED, FaultRule.once().afterCalls(1));
        assertThat(caller.get(ALL).status()).isEqualTo(200);

        for (int call = 0; call < 2; call++) {
            Answer revoked = caller.get(ALL);
            assertThat(revoked.status()).isEqualTo(401);
            assertThat(revoked.text())
                    .isEqualTo("{\"error\":\"Unauthorized\",\"status\":401,\"message\":\"Invalid OAuth token\"}");
        }
        caller.takeToken();
        assertThat(caller.get(ALL).status()).isEqualTo(200);
    }

    @Test
    void noTokenIsGiven() {
        SimulatorServer server = givenServer(SETTINGS);
        server.faults().once(Fault.TOKEN_SERVICE_DOWN);
        TwitchCaller caller = TwitchCaller.without(server);
        String form = "client_id=app&client_secret=shh&grant_type=client_credentials";

        assertThat(caller.get("/oauth2/validate").status()).isEqualTo(401);
        Answer refused = caller.post("/oauth2/token", form);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).isEqualTo("{\"status\":503,\"message\":\"service unavailable\"}");
        assertThat(caller.post("/oauth2/token", form).status()).isEqualTo(200);
    }
}
