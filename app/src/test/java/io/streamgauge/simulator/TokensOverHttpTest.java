package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TokensOverHttpTest extends SimulatorTest {
    private static final String GRANT = "&grant_type=client_credentials";

    @Test
    void aTokenIsGivenForAFormOrAQueryString() {
        TwitchCaller caller = TwitchCaller.without(givenServer(SETTINGS.withTokenLife(Duration.ofSeconds(5_011_271))));
        String credentials = "client_id=any&client_secret=any" + GRANT;

        for (Answer answer :
                new Answer[] {caller.post("/oauth2/token", credentials), caller.post("/oauth2/token?" + credentials, "")
                }) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .matches("\\{\"access_token\":\"[a-z0-9]{30}\",\"expires_in\":5011271,\"token_type\":\"bearer\"}");
        }
    }

    @Test
    void badCredentialsAreRefusedWithoutNamingAReason() {
        TwitchCaller caller = TwitchCaller.without(givenServer(acceptingOnly("app", "shh")));

        Answer badId = caller.post("/oauth2/token", "client_id=x&client_secret=shh" + GRANT);
        Answer badSecret = caller.post("/oauth2/token", "client_id=app&client_secret=x" + GRANT);

        assertThat(badId.status()).isEqualTo(400);
        assertThat(badId.text()).isEqualTo("{\"status\":400,\"message\":\"invalid client\"}");
        assertThat(badSecret.status()).isEqualTo(403);
        assertThat(badSecret.text()).isEqualTo("{\"status\":403,\"message\":\"invalid client secret\"}");
        assertThat(caller.post("/oauth2/token", "client_id=app").status()).isEqualTo(400);
        assertThat(caller.takeToken()).hasSize(30);
    }

    @Test
    void aTokenRunsOut() {
        TwitchCaller caller = TwitchCaller.withToken(givenServer(acceptingOnly("app", "shh")));
        serviceClock.advance(Duration.ofMinutes(59));
        assertThat(caller.get("/helix/streams").status()).isEqualTo(200);
        assertThat(caller.get("/oauth2/validate").text())
                .isEqualTo("{\"client_id\":\"app\",\"scopes\":[],\"expires_in\":60}");

        serviceClock.advance(Duration.ofMinutes(1));
        assertThat(caller.get("/helix/streams").status()).isEqualTo(401);
        Answer invalid = caller.get("/oauth2/validate");
        assertThat(invalid.status()).isEqualTo(401);
        assertThat(invalid.text()).isEqualTo("{\"status\":401,\"message\":\"invalid access token\"}");
    }

    @Test
    void aTokenIsRevoked() {
        TwitchCaller caller = TwitchCaller.without(givenServer(acceptingOnly("app", "shh")));
        String token = caller.takeToken();

        assertThat(caller.post("/oauth2/revoke", "client_id=x&token=" + token).text())
                .isEqualTo("{\"status\":404,\"message\":\"client does not exist\"}");
        Answer revoked = caller.post("/oauth2/revoke", "client_id=app&token=" + token);
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text()).isEmpty();
        assertThat(caller.get("/helix/streams").status()).isEqualTo(401);
        assertThat(caller.post("/oauth2/revoke", "client_id=app&token=" + token).text())
                .isEqualTo("{\"status\":400,\"message\":\"Invalid token\"}");
    }

    @Test
    void allTokensAreRevokedAtOnce() {
        SimulatorServer server = givenServer(SETTINGS);
        TwitchCaller caller = TwitchCaller.withToken(server);

        server.revokeAllTokens();

        assertThat(caller.get("/helix/streams").status()).isEqualTo(401);
        caller.takeToken();
        assertThat(caller.get("/helix/streams").status()).isEqualTo(200);
    }
}
