package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.web.page.Numbers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {

    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        server = WebServer.start(
                WebSettings.loopback(0),
                new FakeAnalytics()
                        .givenSimulatedData()
                        .givenMissingSnapshots(
                                Instant.parse("2026-11-22T03:00:00Z"),
                                Instant.parse("2026-11-22T03:15:00Z"),
                                Instant.parse("2026-11-22T03:30:00Z")));
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void patternsRecordsAndRisersShowTheFiguresOfTheirAddresses() {
        String overview = visitor.get("/?period=month&at=2026-10-05").body();
        String from = "from=2026-10-01T00%3A00%3A00Z&amp;to=2026-11-01T00%3A00%3A00Z";
        assertThat(overview)
                .contains("/api/v1/hours-of-week?" + from)
                .contains("When people watch", "Sun 02:00: ", "crossed out: not measured")
                .doesNotContain("Sun 03:00: ");
        double viewers = visitor.json("/api/v1/hours-of-week?from=2026-10-01&to=2026-11-01")
                .path("hours")
                .get(20)
                .path("average_viewers")
                .asDouble();
        assertThat(overview).contains("<title>Mon 20:00: " + Numbers.rounded(viewers) + "</title>");

        double gain = visitor.json("/api/v1/rising/channels?period=month&at=2026-10-05")
                .path("rows")
                .get(0)
                .path("gain")
                .asDouble();
        assertThat(overview).contains(Numbers.rounded(gain) + "</td>");
        long record = visitor.json("/api/v1/records")
                .path("peaks")
                .get(0)
                .path("value")
                .asLong();
        assertThat(overview).contains(Numbers.rounded(record), "/channels/100148?period=day&amp;at=2026-11-21");

        String category = visitor.get("/categories/500013?period=last-day").body();
        assertThat(category)
                .contains("Entry line", "Among the first 30", "There were always fewer than 100 channels.")
                .doesNotContain("Among the first 100");
        String small = visitor.get("/channels/247963?period=last-day").body();
        assertThat(small).contains("Schedule", "On none of these days: not live, or not among the first 1,000.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?period=last-hour",
                "/?period=week&at=2026-11-18&by=peak_viewers",
                "/?from=2026-11-20&to=2026-11-22T10:00:00Z",
                "/?period=day&at=2030-01-01",
                "/?period=month",
                "/categories",
                "/categories?by=airtime_hours&offset=1200",
                "/categories/500026",
                "/categories/none?period=last-week",
                "/categories/500156?by=peak_viewers",
                "/categories/500013?period=month",
                "/categories/500013?period=day&at=2030-01-01",
                "/channels?category=&language=de",
                "/channels/100074",
                "/channels/100074?period=last-hour",
                "/channels/100148?period=last-week",
                "/channels/100074/broadcasts/40000020778?at=2026-11-21T18:00:00Z",
                "/channels/100148/broadcasts/40050020778",
                "/languages",
                "/genres",
                "/genres?period=last-week&by=peak_viewers&offset=1",
                "/themes?period=month",
                "/modes",
                "/ages",
                "/ages/2",
                "/genres/12",
                "/genres/none?period=month",
                "/releases",
                "/releases?from=2026-01-01&to=2026-11-01",
                "/releases?period=day&at=2030-01-01",
                "/categories?genre=12&theme=none",
                "/languages?period=last-week&by=airtime_hours",
                "/languages?period=day&at=2030-01-01",
                "/compare",
                "/compare?add=a",
                "/compare?channels=100074,100148&period=last-week&add=x",
                "/compare?categories=none,500026,500013,500039,500052&add=z",
                "/compare?languages=en,xx&period=month&add=o",
                "/compare?languages=en&period=day&at=2030-01-01",
                "/moment",
                "/moment?at=2026-11-20T10:07:03Z",
                "/moment?at=2026-11-11",
                "/moment?at=2026-11-22T03:15:00Z",
                "/moment?at=2026-11-19T05:00:00Z",
                "/moment?at=2026-11-19T07:00:00Z",
                "/moment?at=2026-11-22T23:00:00Z",
                "/moment?at=2001-01-01",
                "/data",
                "/search",
                "/search?q=script",
                "/search?q=%22%3E%3Cb%3E",
                "/breaks",
                "/definitions"
            })
    void pagesAnswerEscapeAndSayThatDataIsSimulated(String address) {
        HttpResponse<String> response = visitor.get(address);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Visitor.header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(response.body())
                .contains("<strong>Simulated data.</strong>")
                .doesNotContain(FakeNames.HOSTILE, "<b>Boss", "\"><b>", " style=", " onclick=")
                .doesNotContain("NaN", "Infinity", "Optional[");
    }

    @Test
    void overviewTellsFiguresChangesAndCoverage() {
        String page = visitor.get("/").body();

        assertThat(page)
                .contains(
                        "Hours watched", "Average viewers", "Peak viewers", "Average channels", "Most watched streamer")
                .contains("Measured for 97.9\u202f% of the time, 1.0\u202f% of it bridged across missed snapshots; "
                        + "the rest is unknown and left out. Twitch's listing showed 99.9\u202f% of the streams that were"
                        + " live. Changes are against the day before.")
                .contains("Snapshot of Sun 22 Nov, 10:15 UTC")
                .contains("aria-label=\"Viewers of all live channels: from ");
    }

    @Test
    void runningPeriodIsComparedWithTheSamePartOfTheOneBefore() {
        assertThat(visitor.get("/?period=day").body())
                .contains("The period is still running and measured up to now.")
                .contains("Changes are against the day before up to the same time.");
    }

    @Test
    void retiredChannelSaysWhyThereIsNothing() {
        String retired = Long.toString(100_000 + FakeReports.RETIRED * 37);

        assertThat(visitor.get("/channels/" + retired).body())
                .contains("Not seen live in this period; last seen live Thu 3 Sep 2026, 22:45 UTC.");
    }

    @Test
    void categoryTellsFiguresFormerNamesStreamersAndLanguages() {
        assertThat(visitor.get("/categories/500013").body())
                .contains("<h1 id=\"answer-title\"><bdi>Legends of the Rift</bdi>")
                .contains("Formerly <bdi>Legends &lt;of&gt; the Drift</bdi>, <bdi>Legends</bdi>")
                .contains("rank 2 of 1,204", "Share of the platform", "Ten largest channels", "42.1\u202f%")
                .contains("aria-label=\"Viewers of Legends of the Rift: from ")
                .contains("aria-label=\"Channels live in Legends of the Rift: from ")
                .contains("/channels?period=last-day&amp;category=500013\">All 4,000 streamers")
                .contains("Chinese (Hong Kong)</bdi>")
                .contains("/channels?period=last-day&amp;category=500013&amp;language=zh-hk");
    }

    @Test
    void categoryTellsWhatItIsAndWhoSaysSo() {
        assertThat(visitor.get("/categories/500013").body())
                .contains(
                        "<dt>Genres</dt><dd><a href=\"/genres/12?period=last-day\"><bdi>Role-playing (RPG)</bdi></a></dd>")
                .contains("29 February 2024, 2 years old", "71 of 100")
                .contains("Data on games by <a href=\"https://www.igdb.com/games/a-game\"")
                .doesNotContain("example.org/{width}");
        assertThat(visitor.get("/categories/500000").body())
                .contains("This category is no game that IGDB knows")
                .doesNotContain("Data on games by");
    }

    @Test
    void categoryWithoutANameIsReachedByAWord() {
        assertThat(visitor.get("/categories").body()).contains("href=\"/categories/none?period=last-day\"");
        assertThat(visitor.get("/categories/none").body())
                .contains("<bdi>(none)</bdi>", "What is streamed without a category")
                .contains("/channels?period=last-day&amp;category=&amp;language=en")
                .contains("/api/v1/categories/none?period=last-day");
    }

    @Test
    void abandonedCategorySaysWhyThereIsNothing() {
        long abandoned = 500_000 + FakeCategories.ABANDONED * 13;

        assertThat(visitor.get("/categories/" + abandoned).body())
                .contains("Nobody was seen streaming in it in this period; last seen Thu 3 Sep 2026, 22:45 UTC.")
                .contains("href=\"/categories/" + abandoned + "?period=day&amp;at=2026-09-03\"");
        assertThat(visitor.get("/categories/31").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/categories/31").body()).contains("No category with id '31' was ever seen.");
    }

    @Test
    void channelTellsFormerNamesBroadcastsAndSittings() {
        assertThat(visitor.get("/channels/100148").body())
                .contains("Formerly <bdi>Old &lt;i&gt;Name</bdi>, <bdi>older</bdi>")
                .contains("<h2 id=\"sittings-title\">Sittings</h2>", "<td class=\"parts\">2</td>")
                .contains("<a href=\"/channels/100148/broadcasts/40050020778?at=2026-11-21T21%3A00%3A00Z\">"
                        + "Sat 21 Nov, 20:55</a>");
        assertThat(visitor.get("/channels/100074").body())
                .contains("each was a sitting of its own")
                .doesNotContain("sittings-title", "Formerly");
    }

    @Test
    void broadcastTellsFiguresTitlesAndCategories() {
        String page = visitor.get("/channels/100074/broadcasts/40000020778?at=2026-11-21T18:00:00Z")
                .body();

        assertThat(page)
                .contains("<bdi>夜ふかしランド</bdi><span>, a broadcast</span>")
                .contains("Started Sat 21 Nov 2026, 15:55, seen until Sun 22 Nov 2026, 03:15 UTC")
                .contains("href=\"/channels/100074?period=day&amp;at=2026-11-21\">← All of Sat 21 Nov 2026</a>")
                .contains("is not known. Measured without a gap.")
                .contains("<bdi>A quiet evening</bdi>", "<li><bdi>cozy</bdi></li>", "(no title)")
                .contains("<bdi>&lt;/bdi&gt;&lt;/li&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<li><bdi>&lt;/ul&gt;</bdi></li>")
                .contains("<a href=\"/categories/500130?period=day&amp;at=2026-11-21\">")
                .doesNotContain("<script>alert");
        assertThat(page.indexOf("Just Talking</bdi></a>")).isLessThan(page.indexOf("Five Cities Roleplay</bdi></a>"));
    }

    @Test
    void broadcastThatIsNotThereIsAPageThatSaysSo() {
        assertThat(visitor.get("/channels/100074/broadcasts/12").body())
                .contains(
                        "No broadcast with id '12' of a channel with id or login '100074' was seen in the newest 8 days");
        assertThat(visitor.get("/channels/100074/broadcasts/x").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/channels/100074/broadcasts/12?at=soon").body())
                .contains("Parameter 'at' is 'soon', expected a date like 2026-11-22");
    }

    @Test
    void languagesAreListedByNameWithSharesAndMoves() {
        String page = visitor.get("/languages?period=last-hour").body();

        assertThat(page)
                .contains("all 5, 100\u202f% of hours watched")
                .contains(
                        "<a href=\"/channels?period=last-hour&amp;language=zh-hk\"><bdi>Chinese (Hong Kong)</bdi></a>\n"
                                + "<span class=\"second\">zh-hk</span>")
                .contains("title=\"rank 2 in the hour before\">▼1<", "title=\"not seen in the hour before\">new<")
                .contains("<td class=\"share\">\n<span>51.6\u202f%</span>")
                .contains("/api/v1/rankings/languages?period=last-hour&amp;limit=1000&amp;format=csv")
                .contains("href=\"/languages?period=last-hour\" aria-current=\"page\">Languages");
        assertThat(visitor.get("/channels?language=zh-hk").body()).contains("Language: Chinese (Hong Kong)");
    }

    @Test
    void dataTellsCoverageSlotsRunsAndExpectations() {
        WebServer eventful = WebServer.start(
                WebSettings.loopback(0),
                new FakeAnalytics().givenSimulatedData().givenStatus(FakeStatus::eventful));
        try (eventful) {
            assertThat(new Visitor(eventful).get("/data?period=last-week").body())
                    .contains("Sun 22 Nov, 15 minutes ago", "Measured, last week", "Listing showed, last day")
                    .contains("1,339 of 1,344 since the first", "100,500 rows on 1,010 pages")
                    .contains("aria-label=\"42 of 42 slots complete, 54 planned\"")
                    .contains("aria-label=\"92 of 96 slots complete, 1 set apart, 1 partial, 2 failed\"")
                    .contains("<tr><td>Thu 19 Nov, 05:00</td><td>05:30</td><td>failed</td>"
                            + "<td class=\"prose\">no token: &lt;script&gt;")
                    .contains("<td class=\"prose down\">failed: The disk is full</td>")
                    .contains("Viewers are a number below a hundred million.", "keeps the rows out of all figures")
                    .contains("2 of 672", "1 of 2 expectations of the last seven days' snapshots are met")
                    .contains(
                            "<dt>Calls by answer</dt><dd data-field=\"calls/200 calls/429\">200: 1,040, 429: 2</dd>",
                            "English 60,000, German 9,000")
                    .contains("href=\"/data?period=last-week\" aria-current=\"page\">Data");
        }
    }

    @Test
    void dataOfAnEmptyLakeSaysThatNothingWasTried() {
        try (WebServer empty = WebServer.start(WebSettings.loopback(0), new FakeAnalytics().givenNoSnapshot())) {
            assertThat(new Visitor(empty).get("/data").body())
                    .contains("No snapshot was ever tried.", "Nothing has been computed from snapshots yet.");
        }
    }

    @Test
    void errorsArePagesWithAWayOut() {
        HttpResponse<String> missing = visitor.get("/nothing/here");
        HttpResponse<String> refused = visitor.get("/?period=eon");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing at /nothing/here.", "To the overview");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Parameter 'period' is 'eon', expected one of hour");
    }

    @Test
    void emptyLakeSaysWhatToDo() {
        try (WebServer empty = WebServer.start(WebSettings.loopback(0), new FakeAnalytics().givenNoSnapshot())) {
            Visitor other = new Visitor(empty);

            assertThat(other.get("/").body()).contains("No snapshot yet", "./streamgauge demo");
            assertThat(other.json("/api/v1/status").path("newest").isNull()).isTrue();
            assertThat(other.get("/api/v1/totals").body())
                    .contains("No snapshot has been taken yet, so there is no newest period");
        }
    }
}
