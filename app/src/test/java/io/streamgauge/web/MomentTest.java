package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.page.Numbers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The platform at one snapshot, on the page and in the API. */
final class MomentTest {

    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        server = WebServer.start(
                WebSettings.loopback(0),
                new FakeAnalytics().givenMissingSnapshots(Instant.parse("2026-11-22T03:15:00Z")));
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void newestSnapshotIsShownWhereNoTimeIsGiven() {
        assertThat(visitor.json("/api/v1/moment").path("snapshot_at").asString())
                .isEqualTo("2026-11-22T10:15:00Z");
        assertThat(visitor.get("/moment").body())
                .contains("<span>Sun 22 Nov 2026, 10:15 UTC</span>", "value=\"36900\"", " other categories: ");
    }

    @Test
    void pageAndApiTellTheSameFigures() {
        JsonNode moment = visitor.json("/api/v1/moment?at=2026-11-20T18:00:00Z&limit=50");
        String page = visitor.get("/moment?at=2026-11-20T18:00:00Z").body();

        assertThat(page)
                .contains(
                        "title=\"" + Numbers.exact(moment.at("/summary/viewers").asDouble()) + "\"",
                        "title=\""
                                + Numbers.exact(moment.at("/summary/channels").asDouble()) + "\"",
                        "title=\""
                                + Numbers.exact(moment.at("/summary/categories").asDouble()) + "\"");
        assertThat(moment.path("categories")).hasSize(50).allSatisfy(category -> assertThat(page)
                .contains(
                        "<span>" + Numbers.exact(category.path("viewers").asDouble()) + "</span>",
                        "<td class=\"share\">"
                                + Numbers.percent(category.path("share").asDouble()) + "</td>",
                        "<td class=\"peak\">"
                                + Numbers.exact(category.path("channels").asDouble()) + "</td>"));
        assertThat(moment.path("channels")).hasSize(50).allSatisfy(channel -> assertThat(page)
                .contains("<span>" + Numbers.exact(channel.path("viewers").asDouble()) + "</span>"));
    }

    @Test
    void timeWithinASlotMeansItsSnapshot() {
        assertThat(visitor.json("/api/v1/moment?at=2026-11-20T18:14:59Z")
                        .path("snapshot_at")
                        .asString())
                .isEqualTo("2026-11-20T18:00:00Z");
    }

    @Test
    void missingSnapshotIsSaidPlainlyAndTheNearestAreOffered() {
        String page = visitor.get("/moment?at=2026-11-22T03:20:00Z").body();

        assertThat(page)
                .contains("There is no complete snapshot for Sun 22 Nov 2026, 03:20 UTC: nobody took one.")
                .contains("/moment?at=2026-11-22T03%3A00%3A00Z\">The nearest before: Sun 22 Nov 2026, 03:00</a>")
                .contains("/moment?at=2026-11-22T03%3A30%3A00Z\">The nearest after: Sun 22 Nov 2026, 03:30</a>");
        assertThat(visitor.get("/moment?at=2026-11-19T07:00:00Z").body())
                .contains("the crawl did not reach the end of the list, so it does not count "
                        + "(the listing broke off on page 12).");
        assertThat(visitor.get("/moment?at=2026-11-19T05:00:00Z").body()).contains("the crawl failed (no token: ");
        assertThat(visitor.get("/moment?at=2026-11-19T07:15:00Z").body()).contains("a check keeps the one");
        assertThat(visitor.get("/moment?at=2027-01-01").body()).contains("has not come yet.");
        assertThat(visitor.get("/moment?at=2020-01-01").body()).contains("it lies before the first one.");
    }

    @Test
    void apiNamesTheNearestOfAMissingOne() {
        HttpResponse<String> answer = visitor.get("/api/v1/moment?at=2026-11-22T03:20:00Z");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nearest: 2026-11-22T03:00:00Z and 2026-11-22T03:30:00Z");
    }

    @Test
    void sliderLeadsToTheMomentOfItsDayAndSecond() {
        HttpResponse<String> answer = visitor.get("/moment?day=2026-11-20&second=64800");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.header(answer, "Location")).isEqualTo("/moment?at=2026-11-20T18%3A00%3A00Z");
        assertThat(visitor.get("/moment?day=2026-11-20&second=86400").statusCode())
                .isEqualTo(400);
    }

    @Test
    void channelsThatAreNoLongerKeptAreNotTold() {
        assertThat(visitor.json("/api/v1/moment?at=2026-11-11").path("channels").isNull())
                .isTrue();
        assertThat(visitor.get("/moment?at=2026-11-11").body()).contains("is no longer kept");
    }
}
