package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorsTest extends SimulatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/helix/streams?first=101 | the value must be less than or equal to 100",
                "/helix/streams?first=0   | the value must be greater than or equal to 1",
                "/helix/streams?first=ten | the value must be an integer",
                "/helix/games/top?first=101 | the value must be less than or equal to 100"
            })
    void aBadNumberOfRowsIsRefused(String path, String rule) {
        assertThat(givenCaller().get(path).text())
                .isEqualTo("{\"error\":\"Bad Request\",\"status\":400,"
                        + "\"message\":\"The parameter \\\"first\\\" was malformed: " + rule + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/helix/streams?type=rerun, 400",
        "/helix/streams?after=a&before=b, 400",
        "/helix/games, 400",
        "/helix/users, 400",
        "/helix/games/top?after=x, 400",
        "/helix/clips, 404",
        "/oauth2/token, 404"
    })
    void otherBadCallsAreRefused(String path, int status) {
        Answer answer = givenCaller().get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("status").intValue()).isEqualTo(status);
        assertThat(answer.json().has("error")).isTrue();
    }

    @Test
    void moreThanAHundredValuesAreRefused() {
        String ids = IntStream.range(0, 101).mapToObj(id -> "user_id=" + id).collect(Collectors.joining("&"));

        assertThat(givenCaller()
                        .get("/helix/streams?" + ids)
                        .json()
                        .path("message")
                        .asString())
                .isEqualTo(
                        "The parameter \"user_id\" was malformed: the number of values must be less than or equal to 100");
    }

    @Test
    void callsWithoutTheRightTokenAreRefused() {
        TwitchCaller caller = givenCaller();
        String token = caller.takeToken();

        assertUnauthorized(caller.getWith("/helix/streams"), "OAuth token is missing");
        assertUnauthorized(
                caller.getWith("/helix/streams", "Authorization", "Bearer x", "Client-Id", "app"),
                "Invalid OAuth token");
        assertUnauthorized(
                caller.getWith("/helix/streams", "Authorization", "Bearer " + token, "Client-Id", "other"),
                "Client ID and OAuth token do not match");
        assertThat(caller.getWith("/helix/streams", "authorization", "Bearer " + token, "client-id", "app")
                        .status())
                .isEqualTo(200);
    }

    private static void assertUnauthorized(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"Unauthorized\",\"status\":401,\"message\":\"" + message + "\"}");
    }
}
