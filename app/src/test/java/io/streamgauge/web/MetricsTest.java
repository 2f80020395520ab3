package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.MarkdownTable;
import io.streamgauge.Repository;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MetricsTest {

    /** Java tells of these only once it has collected garbage, or where the system knows the figure. */
    private static final Set<String> AT_TIMES = Set.of(
            "jvm_gc_pause_seconds",
            "jvm_gc_pause_seconds_max",
            "jvm_gc_concurrent_phase_time_seconds",
            "jvm_gc_concurrent_phase_time_seconds_max",
            "system_load_average_1m");

    private static final Clock LATER = Clock.fixed(FakeAnalytics.NEWEST.plusSeconds(1_500), java.time.ZoneOffset.UTC);

    @Test
    void requestsAreCountedByRouteTemplateAndStatus() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            Visitor visitor = new Visitor(server);
            visitor.get("/api/v1/channels/nobody");
            visitor.get("/api/v1/channels/no-one");
            visitor.get("/secret/path");
            visitor.send("PUT", "/api/v1/totals");

            Scrape scrape = Scrape.of(visitor);
            assertThat(requests(scrape, "GET", "/api/v1/channels/{channel}", 404))
                    .isEqualTo(2);
            assertThat(requests(scrape, "GET", "(none)", 404)).isEqualTo(1);
            assertThat(requests(scrape, "PUT", "(none)", 405)).isEqualTo(1);
            assertThat(scrape.text()).doesNotContain("nobody", "secret");
            assertThat(scrape.text())
                    .contains("streamgauge_http_requests_seconds_bucket{method=\"GET\",route=\"(none)\",status=\"404\","
                            + "le=\"30.0\"} 1");
        }
    }

    private static double requests(Scrape scrape, String method, String route, int status) {
        return scrape.value("streamgauge_http_requests_seconds_count{method=\"" + method + "\",route=\"" + route
                + "\",status=\"" + status + "\"}");
    }

    @Test
    void whatBreaksInTheParserIsCountedToo() throws Exception {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics())) {
            RawRequest.get(server.url(), "/%zz");

            assertThat(requests(Scrape.of(new Visitor(server)), "other", "(none)", 400))
                    .isEqualTo(1);
        }
    }

    @Test
    void theLakeIsTold() {
        FakeAnalytics analytics = new FakeAnalytics().givenStatus(FakeStatus::eventful);
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics, LATER)) {
            Scrape scrape = Scrape.of(new Visitor(server));

            assertThat(scrape.value("streamgauge_lake_readable")).isEqualTo(1);
            assertThat(scrape.value("streamgauge_snapshot_age_seconds")).isEqualTo(1_500);
            assertThat(scrape.value("streamgauge_snapshot_timestamp_seconds"))
                    .isEqualTo(FakeAnalytics.NEWEST.getEpochSecond());
            assertThat(scrape.value("streamgauge_snapshot_channels")).isEqualTo(98_412);
            assertThat(scrape.value("streamgauge_crawl_rows")).isEqualTo(100_500);
            assertThat(scrape.value("streamgauge_crawl_calls{outcome=\"429\"}")).isEqualTo(2);
            assertThat(scrape.value("streamgauge_crawl_throttled_seconds")).isEqualTo(1.25);
            assertThat(scrape.value("streamgauge_crawl_capture_ratio")).isEqualTo(0.9947);
            assertThat(scrape.value("streamgauge_slots{state=\"complete\"}")).isEqualTo(1_339);
            assertThat(scrape.value("streamgauge_recent_slots{state=\"failed\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("streamgauge_recent_slots{state=\"partial\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("streamgauge_recent_slots{state=\"set_apart\"}"))
                    .isZero();
            assertThat(scrape.value("streamgauge_recent_slots{state=\"untried\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("streamgauge_run_duration_seconds")).isEqualTo(14);
            assertThat(scrape.value("streamgauge_run_failed")).isZero();
            assertThat(scrape.value(
                            "streamgauge_expectation_broken{expectation=\"viewers_fit\",severity=\"quarantine\"}"))
                    .isEqualTo(5);
            assertThat(scrape.value("streamgauge_table_rows{table=\"silver_stream_updates\"}"))
                    .isEqualTo(134_400_000);
        }
    }

    @Test
    void anEmptyLakeHasNoFigures() {
        try (WebServer server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics().givenNoSnapshot())) {
            Scrape scrape = Scrape.of(new Visitor(server));

            assertThat(scrape.value("streamgauge_lake_readable")).isEqualTo(1);
            assertThat(scrape.value("streamgauge_snapshot_age_seconds")).isNaN();
            assertThat(scrape.value("streamgauge_run_failed")).isNaN();
        }
    }

    @Test
    void aLakeThatCannotBeReadIsToldAndTheRestStays() {
        FakeAnalytics broken = new FakeAnalytics().givenFailure(new IllegalStateException("no disk"));
        try (WebServer server = WebServer.start(WebSettings.loopback(0), broken)) {
            HttpResponse<String> response = new Visitor(server).get("/metrics");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Visitor.header(response, "Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(Scrape.parse(response.body()).value("streamgauge_lake_readable"))
                    .isZero();
        }
    }

    @Test
    void theLakeIsReadOnceForManyScrapes() {
        List<Object> looks = new ArrayList<>();
        TickingClock clock = new TickingClock(FakeAnalytics.NEWEST);
        FakeAnalytics analytics = new FakeAnalytics().givenStatus(status -> {
            looks.add(status);
            return status;
        });
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics, clock)) {
            Visitor visitor = new Visitor(server);
            Scrape.of(visitor);
            Scrape.of(visitor);
            assertThat(looks).hasSize(1);

            clock.advance(Duration.ofSeconds(11));
            Scrape.of(visitor);
            assertThat(looks).hasSize(2);
        }
    }

    @Test
    void thePageShowsEveryMetric() {
        FakeAnalytics analytics = new FakeAnalytics().givenStatus(FakeStatus::eventful);
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics)) {
            Visitor visitor = new Visitor(server);
            visitor.get("/");
            Set<String> found = Scrape.of(visitor).families();

            Set<String> shown = new HashSet<>();
            for (String heading : List.of("## Streamgauge", "## Java")) {
                MarkdownTable.under(heading, Repository.read("docs/metrics.md"))
                        .forEach(row -> shown.addAll(MarkdownTable.code(row.get(0))));
            }
            assertThat(shown).containsAll(found);
            shown.removeAll(AT_TIMES);
            found.removeAll(AT_TIMES);
            assertThat(found).containsExactlyInAnyOrderElementsOf(shown);
        }
    }
}
