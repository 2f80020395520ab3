package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class EventsTest {

    @Test
    void listenersHearOfEachVersion() throws IOException, InterruptedException {
        FakeAnalytics analytics = new FakeAnalytics();
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics, Clock.systemUTC());
                BufferedReader events = listen(server)) {
            assertThat(next(events)).contains("\"data_version\":\"2026-11-22T10:16:04Z-7\"");
            analytics.givenDataVersion("the-next-one");
            String heard = next(events);
            while (heard.contains("-7")) {
                heard = next(events);
            }
            assertThat(heard).contains("\"data_version\":\"the-next-one\"", "\"snapshot_at\":\"2026-11-22T10:15:00Z\"");
        }
    }

    @Test
    void othersAreToldHowToAsk() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            HttpResponse<String> answer = new Visitor(server).get("/api/v1/events");

            assertThat(answer.statusCode()).isEqualTo(406);
            assertThat(answer.body()).contains("Events are sent as text/event-stream");
        }
    }

    private static BufferedReader listen(WebServer server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/api/v1/events"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The data of the next 'published'. */
    private static String next(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (!line.startsWith("data:") || !line.contains("data_version")) {
            line = events.readLine();
        }
        return line;
    }
}
