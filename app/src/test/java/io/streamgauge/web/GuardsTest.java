package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.guard.Access;
import io.streamgauge.web.guard.Limits;
import io.streamgauge.web.guard.Login;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class GuardsTest {

    private static final String SITE = "https://example.org";

    @Test
    void tooManyRequestsAreTurnedAwayUntilLater() {
        Limits limits = new Limits(OptionalInt.of(3), Limits.Loopback.LIMITED, Duration.ofSeconds(30));
        try (WebServer server = WebServer.start(WebSettings.loopback(0).with(limits), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            visitor.get("/");
            visitor.get("/nope");
            visitor.get("/api/v1/status");

            HttpResponse<String> answer = visitor.get("/api/v1/status");
            assertThat(answer.statusCode()).isEqualTo(429);
            String wait = Visitor.header(answer, "Retry-After");
            assertThat(Integer.parseInt(wait)).isBetween(18, 20);
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.path("title").asString()).isEqualTo("Too many requests");
            assertThat(problem.path("detail").asString())
                    .isEqualTo("Too many requests came from this address; the next one passes in " + wait + " s");
            assertThat(visitor.get("/").statusCode()).isEqualTo(429);
            assertThat(visitor.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void readersMustGiveTheLoginWhereThereIsOne() {
        Access access = new Access(Optional.of(Login.of("anna", "pass:wörd")), Optional.empty(), List.of());
        try (WebServer server = WebServer.start(WebSettings.loopback(0).with(access), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            for (String address : new String[] {"/", "/api/v1/status", "/metrics", "/static/x/styles.css", "/nope"}) {
                HttpResponse<String> answer = visitor.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(401);
                assertThat(Visitor.header(answer, "WWW-Authenticate"))
                        .isEqualTo("Basic realm=\"Streamgauge\", charset=\"UTF-8\"");
                assertThat(visitor.get(address, "Authorization", basic("anna:pass:wörd"))
                                .statusCode())
                        .as(address)
                        .isNotEqualTo(401);
            }
            for (String wrong : new String[] {
                basic("anna:pass"),
                basic("anna"),
                basic(":pass:wörd"),
                basic("Anna:pass:wörd"),
                "Basic ???",
                "Basic",
                "Bearer x",
                basic("anna:pass:wörd").replace("Basic", "Digest")
            }) {
                assertThat(visitor.get("/", "Authorization", wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/health/ready").statusCode()).isIn(200, 503);
            assertThat(visitor.get("/healthy").statusCode()).isEqualTo(401);
        }
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherSitesReadTheApiWhereTheyAreNamed() {
        Access access =
                new Access(Optional.of(Login.of("anna", "secret")), Optional.empty(), List.of(SITE, "http://[::1]:80"));
        try (WebServer server = WebServer.start(WebSettings.loopback(0).with(access), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            String login = basic("anna:secret");

            HttpResponse<String> asked = visitor.send(
                    "OPTIONS",
                    "/api/v1/status",
                    "Origin",
                    SITE,
                    "Access-Control-Request-Method",
                    "GET",
                    "Access-Control-Request-Headers",
                    "authorization");
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(allowed(asked)).isEqualTo(SITE);
            assertThat(Visitor.header(asked, "Access-Control-Allow-Headers")).contains("authorization");
            HttpResponse<String> answer = visitor.get("/api/v1/status", "Origin", SITE, "Authorization", login);
            assertThat(allowed(answer)).isEqualTo(SITE);
            assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
            assertThat(allowed(visitor.get("/api/v1/status", "Origin", "https://example.com", "Authorization", login)))
                    .isEmpty();
            assertThat(allowed(visitor.get("/api/v1/status", "Origin", SITE + ".evil.net", "Authorization", login)))
                    .isEmpty();
            assertThat(allowed(visitor.get("/", "Origin", SITE, "Authorization", login)))
                    .isEmpty();
        }
    }

    @Test
    void noOtherSiteReadsAnythingOtherwise() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            assertThat(allowed(new Visitor(server).get("/api/v1/status", "Origin", SITE)))
                    .isEmpty();
        }
    }

    private static String allowed(HttpResponse<String> response) {
        return Visitor.header(response, "Access-Control-Allow-Origin");
    }

    @Test
    void anAnswerThatTakesTooLongIsGivenUp() {
        Limits limits = new Limits(OptionalInt.empty(), Limits.Loopback.EXEMPT, Duration.ofSeconds(1));
        FakeAnalytics slow = new FakeAnalytics().givenEndlessWork();
        try (WebServer server = WebServer.start(WebSettings.loopback(0).with(limits), slow)) {
            HttpResponse<String> answer = new Visitor(server).get("/api/v1/rankings/channels");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(JsonMapper.shared()
                            .readTree(answer.body())
                            .path("detail")
                            .asString())
                    .isEqualTo("The answer took longer than 1 s to compute and was given up; ask for less, such as a"
                            + " shorter period");
        }
    }
}
