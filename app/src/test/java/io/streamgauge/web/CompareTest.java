package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.page.Numbers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several of a kind side by side, on the page and in the API. */
final class CompareTest {

    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics());
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void categoriesStandInTheOrderInWhichTheyAreAskedForWithTheFiguresOfTheirOwnPages() {
        JsonNode lineup = visitor.json("/api/v1/compare?categories=500026,none&compare=previous");

        assertThat(lineup.path("kind").asString()).isEqualTo("categories");
        assertThat(lineup.at("/rows/0/id").asString()).isEqualTo("500026");
        assertThat(lineup.at("/rows/1/id").asString()).isEmpty();
        for (int row = 0; row < 2; row++) {
            JsonNode alone = visitor.json("/api/v1/categories/" + (row == 0 ? "500026" : "none") + "?compare=previous");
            JsonNode beside = lineup.path("rows").path(row);
            for (String figure :
                    new String[] {"hours_watched", "peak_viewers", "average_viewers", "average_channels"}) {
                assertThat(beside.path("summary").path(figure))
                        .isEqualTo(alone.path("summary").path(figure));
                assertThat(lineup.at("/comparison/rows")
                                .path(row)
                                .path("summary")
                                .path(figure))
                        .isEqualTo(alone.at("/comparison/summary").path(figure));
            }
            assertThat(beside.path("rank")).isEqualTo(alone.path("rank"));
            assertThat(beside.path("series")).isEqualTo(alone.path("series"));
        }
    }

    @Test
    void pageAndApiTellTheSameFigures() {
        String page = visitor.get("/compare?channels=100074,100111").body();

        visitor.json("/api/v1/compare?channels=100074,100111").path("rows").forEach(row -> assertThat(page)
                .contains(
                        "title=\""
                                + Numbers.fine(row.at("/summary/hours_watched").asDouble()) + "\"",
                        "title=\""
                                + Numbers.fine(
                                        row.at("/summary/average_viewers").asDouble()) + "\"",
                        "title=\""
                                + Numbers.fine(row.at("/summary/peak_viewers").asDouble()) + "\"",
                        "title=\""
                                + Numbers.fine(row.at("/summary/airtime_hours").asDouble()) + "\"",
                        "title=\"of " + Numbers.exact(row.at("/rank/total").asDouble()) + " by hours watched\""));
    }

    @Test
    void languagesHaveTheFiguresOfTheirRanking() {
        JsonNode english =
                visitor.json("/api/v1/compare?languages=en,zz").path("rows").path(0);
        JsonNode ranked =
                visitor.json("/api/v1/rankings/languages").path("rows").path(0);

        assertThat(english.at("/summary/viewer_seconds")).isEqualTo(ranked.path("viewer_seconds"));
        assertThat(english.at("/summary/peak_viewers")).isEqualTo(ranked.path("peak_viewers"));
        assertThat(english.at("/rank/rank").asInt()).isEqualTo(1);
        assertThat(english.path("series")).isNotEmpty();
        assertThat(visitor.get("/compare?languages=en,zz").body()).contains("not live in this period");
    }

    @Test
    void withoutAChoiceTheMostWatchedCategoriesStandThere() {
        assertThat(visitor.get("/compare").body()).contains("Nothing is chosen yet", "Compare categories", ">Find<");
        assertThat(visitor.json("/api/v1/compare").path("rows")).hasSize(5);
    }

    @Test
    void oneCanBeAddedAndRemoved() {
        String page = visitor.get("/compare?channels=100074&period=last-week&add=twentyfive")
                .body();

        assertThat(page).contains("name=\"channels\" value=\"100074\"", "name=\"period\" value=\"last-week\"");
        assertThat(page).contains("href=\"/compare?period=last-week\" aria-label=\"Remove");
        assertThat(page).contains("href=\"/compare?channels=100074%2C100259&amp;period=last-week\">+ <bdi>TwentyFive");
    }

    @Test
    void fiveAreAllThatFit() {
        String five = "/compare?categories=500000,500013,500026,500039,500052";

        assertThat(visitor.get(five).body())
                .contains("Five stand side by side, and no more fit; remove one to add another.")
                .doesNotContain(">Find<");
        refused("/api/v1/compare?categories=1,2,3,4,5,6", 400, "at most 5, found 6");
    }

    @Test
    void onlyLikeIsComparedWithLike() {
        refused("/api/v1/compare?channels=100074&languages=en", 400, "Both channels and languages are given");
        refused("/api/v1/compare?languages=%3Cb%3E", 400, "codes of languages such as en,de");
        refused("/api/v1/compare?channels=nobody", 404, "No channel with id or login 'nobody' was ever seen");
    }

    @Test
    void pagesAndRankingsLeadToTheComparison() {
        assertThat(visitor.get("/channels/100074").body()).contains("/compare?channels=100074&amp;period=last-day");
        assertThat(visitor.get("/categories/none").body()).contains("/compare?categories=none&amp;period=last-day");
        assertThat(visitor.get("/languages").body()).contains("Compare the first 5");
    }

    private static void refused(String address, int status, String words) {
        HttpResponse<String> answer = visitor.get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }
}
