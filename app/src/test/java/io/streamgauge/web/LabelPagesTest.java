package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Genres, themes, modes, release ages and new releases, as pages and over the API. */
final class LabelPagesTest {

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

    private static Document page(String address) {
        HttpResponse<String> response = visitor.get(address);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    @Test
    void aRankingSaysHowItCountsAndWhoseDataItIs() {
        Document page = page("/genres?period=last-week");
        assertThat(page.select(".ranking-table tbody .name a").eachText())
                .containsExactly("Shooter", "Role-playing (RPG)", "Adventure", "No known genre");
        assertThat(page.select("main .coverage").text())
                .contains(
                        "A category with several genres counts in each, so that shares can add up to more than all hours"
                                + " watched.");
        assertThat(page.select("p.source").text()).isEqualTo("Data on games by IGDB.com");
        assertThat(page.select(".ranking-table .name a").first().attr("href")).isEqualTo("/genres/5?period=last-week");
        assertThat(page.select(".siblings [aria-current=page]").text()).isEqualTo("Genres");
        assertThat(page.select(".ranking-table td.unique").eachText()).containsExactly("120,000", "–", "–", "–");
    }

    @Test
    void agesAreInTheirOrderAndTheirSharesAddUp() {
        Document page = page("/ages?period=last-week");
        assertThat(page.select(".ranking-table tbody .name a").eachText())
                .containsExactly("First week", "First year", "Over 10 years", "No game, or no known release");
        assertThat(page.select("svg.shares").attr("aria-label"))
                .isEqualTo("Shares of hours watched: First week 40.0\u202f%, First year 30.0\u202f%, Over 10 years"
                        + " 20.0\u202f%, No game, or no known release 10.0\u202f%.");
        JsonNode rows = visitor.json("/api/v1/ages?period=last-week").path("rows");
        assertThat(rows.valueStream().map(row -> row.path("age").asString()))
                .containsExactly("First week", "First year", "Over 10 years", "(none)");
        assertThat(rows.get(3).path("place").isNull()).isTrue();
    }

    @Test
    void oneGenreLeadsToItsCategories() {
        Document page = page("/genres/12?period=last-week");
        assertThat(page.title()).startsWith("Role-playing (RPG), Last week");
        assertThat(page.select(".figures dt").eachText())
                .contains("Hours watched", "Share of the platform", "Categories");
        assertThat(page.select("input[readonly]").attr("value"))
                .startsWith("<iframe src=\"/embed/genres/12?period=last-week\"");
        String all = page.select(".more a:contains(All)").attr("href");
        assertThat(all).contains("genre=12");
        assertThat(page(all).select("select[name=genre] option[selected]").text())
                .isEqualTo("Role-playing (RPG)");
    }

    @Test
    void categoriesAreNarrowedByAFormThatKeepsThePeriod() {
        Document page = page("/categories?period=last-week&theme=none&by=peak_viewers");
        Element form = page.selectFirst("form.narrowing");
        assertThat(form.select("input[type=hidden]").eachAttr("name")).containsExactlyInAnyOrder("period", "by");
        assertThat(form.select("select[name=theme] option").eachText())
                .containsExactly("any", "Action", "Fantasy", "No known theme");
        assertThat(form.select("select[name=theme] option[selected]").attr("value"))
                .isEqualTo("none");
        assertThat(page.select("section.ranking").attr("data-api")).contains("theme=none");
        assertThat(visitor.get("/categories?genre=").statusCode()).isEqualTo(200);
    }

    @Test
    void firstWeeksStandSideBySide() {
        Document page = page("/releases?period=last-week");
        assertThat(page.select(".weeks thead .week")).hasSize(8);
        List<String> second =
                page.select(".weeks tbody tr").get(1).select("td.week").eachText();
        assertThat(second).containsExactly("3,000,000", "1,500,000", "1,000,000");
        assertThat(page.select(".weeks .running").eachText()).contains("1,000,000");
        assertThat(page.select("main").text())
                .contains(
                        "Games that were first released from 30 Aug 2026 to 22 Nov 2026: the twelve weeks up to the end of"
                                + " the period.");
        assertThat(page.select("figure.chart path.drawn")).hasSize(2);
        assertThat(visitor.get("/api/v1/releases.csv?from=2026-09-01&to=2026-11-22")
                        .body()
                        .lines()
                        .toList())
                .hasSize(1 + 8 + 3)
                .first()
                .isEqualTo("rank,category_id,name,first_release_at,week,from,to,is_over,hours_watched,viewer_seconds,"
                        + "average_viewers,peak_viewers,coverage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/genres", "/themes", "/modes", "/ages", "/releases", "/categories?genre=12"})
    void whatIsNotKnownSaysWhyAndWhatToDo(String address) {
        try (WebServer other = WebServer.start(WebSettings.loopback(0), new FakeAnalytics().givenNoMetadata())) {
            Document page = Jsoup.parse(new Visitor(other).get(address).body());
            assertThat(page.select("main").text())
                    .contains("What categories are is not known")
                    .contains("'streamgauge metadata'")
                    .contains("STREAMGAUGE_METADATA is off");
            assertThat(page.select("p.source")).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoGenre() {
        expectProblem("/api/v1/genres/999", 404, "No category with a genre of id '999' is known");
        expectProblem("/api/v1/modes/fast", 404, "No category with a mode of id 'fast' is known");
        expectProblem(
                "/api/v1/rankings/categories?theme=-1",
                400,
                "Parameter 'theme' is '-1', expected an id of IGDB's, a whole number, or none");
        expectProblem(
                "/api/v1/releases?from=2020-01-01&to=2026-01-01",
                400,
                "The period from 2020-01-01T00:00:00Z to 2026-01-01T00:00:00Z has 2192 days, expected at most 400 for new"
                        + " releases");
        assertThat(visitor.get("/genres/999").statusCode()).isEqualTo(404);
    }

    private static void expectProblem(String path, int status, String detail) {
        HttpResponse<String> response = visitor.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"detail\":\"" + detail + "\"");
    }
}
