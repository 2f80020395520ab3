package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WebServerTest {

    private static final Path WEB = Path.of("..", "web");

    @Test
    void occupiedPortIsNamed() {
        try (WebServer first = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            int port = first.url().getPort();

            assertThatThrownBy(() -> WebServer.start(WebSettings.loopback(port), new FakeAnalytics()))
                    .isInstanceOf(WebServerException.class)
                    .hasMessage("Cannot listen on port " + port
                            + " of 127.0.0.1: another program does; end it or choose another port");
        }
    }

    @Test
    void unknownHostIsNamed() {
        WebSettings settings = WebSettings.at("no-such-host.invalid", 0);

        assertThatThrownBy(() -> WebServer.start(settings, new FakeAnalytics()))
                .isInstanceOf(WebServerException.class)
                .hasMessageStartingWith("Cannot listen on port 0 of no-such-host.invalid: ");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            for (String address : new String[] {"/", "/nope", "/api/v1/totals", "/api/v1/nope", "/health"}) {
                HttpResponse<String> response = visitor.get(address);
                assertThat(Visitor.header(response, "Content-Security-Policy"))
                        .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                                + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
                assertThat(Visitor.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(Visitor.header(response, "Referrer-Policy")).isEqualTo("same-origin");
                assertThat(Visitor.header(response, "Server")).isEmpty();
            }
        }
    }

    @Test
    void readerWhoHasTheAnswerIsToldSoUntilTheDataChanges() {
        FakeAnalytics analytics = new FakeAnalytics();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:20:00Z"), ZoneOffset.UTC);
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics, clock)) {
            Visitor visitor = new Visitor(server);
            for (String address : new String[] {"/", "/api/v1/status", "/api/v1/rankings/channels?period=last-hour"}) {
                String tag = Visitor.header(visitor.get(address), "ETag");
                HttpResponse<String> again = visitor.get(address, "If-None-Match", tag);
                assertThat(again.statusCode()).as(address).isEqualTo(304);
                assertThat(again.body()).isEmpty();

                analytics.givenDataVersion("another for " + address);
                assertThat(visitor.get(address, "If-None-Match", tag).statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void headTellsWhatGetWould() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            for (String address : new String[] {"/", "/api/v1/totals", "/metrics", "/api/v1/nope"}) {
                HttpResponse<String> head = visitor.send("HEAD", address);
                HttpResponse<String> get = visitor.get(address);
                assertThat(head.body()).isEmpty();
                assertThat(head.statusCode()).as(address).isEqualTo(get.statusCode());
                for (String name : new String[] {"Content-Type", "ETag", "Cache-Control"}) {
                    assertThat(Visitor.header(head, name)).as(address).isEqualTo(Visitor.header(get, name));
                }
            }
        }
    }

    @Test
    void answersAreCompressed() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            HttpResponse<String> response = new Visitor(server).get("/", "Accept-Encoding", "gzip");

            assertThat(Visitor.header(response, "Content-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void staticFilesAreKeptForEverUnderTheirFingerprint() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            String page = visitor.get("/").body();
            String styles = page.replaceAll("(?s).*href=\"(/static/[^\"]+/styles.css)\".*", "$1");

            assertThat(Visitor.header(visitor.get(styles), "Cache-Control"))
                    .isEqualTo("public, max-age=31536000, immutable");
            assertThat(visitor.get("/static/old/styles.css").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/static/old/secrets.txt").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everyStaticFileIsServed() throws Exception {
        try (Stream<Path> files = Files.list(WEB.resolve("static"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(StaticFiles.OWN.keySet());
        }
    }

    @Test
    void devModeReadsTemplatesAndStylesFromDisk() {
        WebSettings settings = WebSettings.loopback(0).inDevelopment(WEB);
        try (WebServer server = WebServer.start(settings, new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);

            assertThat(visitor.get("/").body()).contains("/static/dev/styles.css");
            assertThat(Visitor.header(visitor.get("/static/dev/styles.css"), "Cache-Control"))
                    .isEqualTo("no-cache");
        }
    }
}
