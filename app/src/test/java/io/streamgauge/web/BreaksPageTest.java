package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.breaks.Break;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Breaks in counting: their page, their address, and the charts that cross them. */
final class BreaksPageTest {

    static final Break BREAK = new Break(
            Instant.parse("2026-11-21T18:00:00Z"),
            "Bots <b>gone</b>",
            "Bots are counted no more.",
            "Fewer viewers.",
            "https://www.example.org/bots?x=1");

    private static final String HREF = "/breaks#2026-11-21-bots-b-gone-b";

    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        server = WebServer.start(WebSettings.loopback(0).withBreaks(List.of(BREAK)), new FakeAnalytics());
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pageAndApiTellThem() {
        JsonNode row = visitor.json("/api/v1/breaks").path("rows").path(0);

        assertThat(visitor.get("/breaks").body())
                .contains("id=\"" + row.path("id").asString() + "\"", "Bots &lt;b&gt;gone&lt;/b&gt;")
                .contains(row.path("change").asString(), row.path("effect").asString(), "21 Nov 2026, 18:00 UTC")
                .contains("href=\"https://www.example.org/bots?x=1\"", "example.org ↗");
        assertThat(row.path("at").asString()).isEqualTo("2026-11-21T18:00:00Z");
    }

    @Test
    void chartsThatCrossOneMarkItAndSaySo() {
        for (String address : List.of("/", "/channels/100074", "/categories/500013", "/compare")) {
            assertThat(visitor.get(address).body())
                    .as(address)
                    .contains("Counting changed within this time", "Break 21 Nov 2026, 18:00 UTC", HREF);
        }
    }

    @Test
    void chartsThatCrossNoneDoNot() {
        for (String address : List.of("/?period=last-hour", "/compare?period=day&at=2026-11-20")) {
            assertThat(visitor.get(address).body()).as(address).doesNotContain("Counting changed", HREF);
        }
    }
}
