package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CitationsTest {

    private static final String PAGE = "/channels?period=last-week&by=peak_viewers";
    private static final String VERSION = "2026-11-22T10:16:04Z-7";

    /** More of them in a row than can be bridged. */
    private static final Instant[] RESTATED = {
        FakeAnalytics.NEWEST.minusSeconds(900),
        FakeAnalytics.NEWEST.minusSeconds(1_800),
        FakeAnalytics.NEWEST.minusSeconds(2_700)
    };

    @TempDir
    private static Path folder;

    private static SomeHoldings holdings;

    private FakeAnalytics analytics;
    private WebServer server;
    private Visitor visitor;

    @BeforeAll
    static void hold() {
        holdings = SomeHoldings.in(folder);
    }

    @AfterAll
    static void leave() {
        holdings.close();
    }

    @BeforeEach
    void start() {
        analytics = new FakeAnalytics();
        server = WebServer.start(WebSettings.loopback(0), analytics, holdings.all());
        visitor = new Visitor(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/totals?period=last-day",
                "/api/v1/rankings/channels.csv?limit=5",
                "/api/v1/rankings/channels?limit=5&format=csv"
            })
    void citedAnswerStaysTheSameToTheByteWhenFiguresChange(String address) {
        HttpResponse<String> before = visitor.get(address);
        String cited = cite(address);
        analytics.givenMissingSnapshots(RESTATED).givenDataVersion("restated");

        HttpResponse<String> after = visitor.get(cited);

        assertThat(after.body()).isEqualTo(before.body());
        assertThat(Visitor.header(after, "Content-Type")).isEqualTo(Visitor.header(before, "Content-Type"));
        assertThat(visitor.get(address).body()).isNotEqualTo(before.body());
        assertThat(Visitor.header(after, "X-Newest-Version")).isEqualTo("restated");
        assertThat(Visitor.header(after, "Link")).contains("rel=\"latest-version\"");
    }

    @Test
    void citedPageStaysTheSameButForANote() {
        String before = visitor.get(PAGE).body();
        String cited = cite(PAGE);
        assertThat(cited).isEqualTo(PAGE + "&version=2026-11-22T10%3A16%3A04Z-7");
        assertThat(visitor.get(cited).body()).contains("These are the newest figures still.");
        analytics.givenMissingSnapshots(RESTATED).givenDataVersion("restated");

        String after = visitor.get(cited).body();

        assertThat(after)
                .contains("Newer data is there: <a href=\"" + PAGE.replace("&", "&amp;") + "\">the same page now</a>");
        assertThat(main(after)).isEqualTo(main(before));
        assertThat(main(visitor.get(PAGE).body())).isNotEqualTo(main(before));
    }

    @Test
    void otherVersionsAreRefusedInWords() {
        HttpResponse<String> answer = visitor.get("/api/v1/totals?version=long-ago");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nothing was cited here of version 'long-ago'", VERSION);
        assertThat(visitor.get("/api/v1/totals?version=" + VERSION).statusCode())
                .isEqualTo(200);
    }

    @Test
    void formsOfOtherSitesCiteNothing() {
        assertThat(visitor.send("POST", PAGE, "Origin", "https://evil.example").statusCode())
                .isEqualTo(400);
        assertThat(visitor.send("POST", "/channels/nobody-such").statusCode()).isEqualTo(404);
    }

    @Test
    void citationsTakeNoMoreThanTheirShareOfTheDisk(@TempDir Path other) {
        try (SomeHoldings small = SomeHoldings.withRoomForCitations(other, 100);
                WebServer full = WebServer.start(WebSettings.loopback(0), analytics, small.all())) {
            HttpResponse<String> answer = new Visitor(full).send("POST", PAGE);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("no room for another citation");
        }
    }

    private String cite(String address) {
        HttpResponse<String> answer = visitor.send("POST", address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Visitor.header(answer, "Location");
    }

    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }
}
