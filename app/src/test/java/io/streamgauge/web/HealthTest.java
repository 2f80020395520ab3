package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class HealthTest {

    @Test
    void aServerLivesWhateverItsLakeDoes() {
        FakeAnalytics broken = new FakeAnalytics().givenFailure(new IllegalStateException("no disk"));
        try (WebServer server = WebServer.start(WebSettings.loopback(0), broken)) {
            assertThat(new Visitor(server).get("/health/live").body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(new Visitor(server).get("/health/ready").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void itIsReadyWhileTheNewestSnapshotIsYoung() {
        TickingClock clock = new TickingClock(FakeAnalytics.NEWEST.plusSeconds(900));
        WebSettings settings = WebSettings.loopback(0).withOldestSnapshot(Optional.of(Duration.ofHours(2)));
        try (WebServer server = WebServer.start(settings, new FakeAnalytics(), clock)) {
            Visitor visitor = new Visitor(server);
            assertThat(visitor.get("/health/ready").body())
                    .isEqualTo(visitor.get("/health").body());

            clock.advance(Duration.ofHours(2));
            HttpResponse<String> answer = visitor.get("/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(detail(answer)).isEqualTo("The newest snapshot, 2026-11-22T10:15:00Z, is older than PT2H");
            assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void simulatedDataStaysYoung() {
        TickingClock clock = new TickingClock(FakeAnalytics.NEWEST.plusSeconds(86_400));
        FakeAnalytics simulated = new FakeAnalytics().givenSimulatedData();
        try (WebServer server = WebServer.start(WebSettings.loopback(0), simulated, clock)) {
            assertThat(new Visitor(server).get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anyAgeWillDoWhereThatIsSet() {
        TickingClock clock = new TickingClock(FakeAnalytics.NEWEST.plus(Duration.ofDays(400)));
        WebSettings settings = WebSettings.loopback(0).withOldestSnapshot(Optional.empty());
        try (WebServer server = WebServer.start(settings, new FakeAnalytics(), clock)) {
            assertThat(new Visitor(server).get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void itIsNotReadyBeforeTheFirstSnapshot() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics().givenNoSnapshot())) {
            HttpResponse<String> answer = new Visitor(server).get("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(detail(answer)).isEqualTo("Nothing is published yet: there is no snapshot");
        }
    }

    private static String detail(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("detail").asString();
    }
}
