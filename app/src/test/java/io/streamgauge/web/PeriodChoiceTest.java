package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What readers choose with forms: any period, any zone, any comparison. */
final class PeriodChoiceTest {

    private static final String DAY = "from=2026-11-20T06:30&to=2026-11-21T06:30&zone=Europe/Berlin";

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
    void timesWithoutOffsetAreOfTheZone() {
        JsonNode meta = visitor.json("/api/v1/totals?" + DAY).path("meta");

        assertThat(meta.path("from").asString()).isEqualTo("2026-11-20T05:30:00Z");
        assertThat(meta.path("to").asString()).isEqualTo("2026-11-21T05:30:00Z");
        assertThat(visitor.get("/?" + DAY).body())
                .contains("Fri 20 Nov 2026, 06:30 to Sat 21 Nov 2026, 06:30 Europe/Berlin")
                .contains("name=\"from\" value=\"2026-11-20T06:30\"")
                .contains("From (Europe/Berlin)")
                .contains("Times are in Europe/Berlin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/channels", "/categories", "/languages", "/channels/100074", "/categories/500013"})
    void everyLinkCarriesZoneAndComparison(String path) {
        String page = visitor.get(path + "?period=last-week&zone=Asia/Tokyo&compare=year")
                .body();

        assertThat(page).contains("the same time a year before");
        page.lines()
                .filter(line -> line.contains("href=\"/channels") || line.contains("href=\"/categories"))
                .filter(line -> !line.contains("/broadcasts/") && !line.contains("compare=previous"))
                .filter(line -> !line.contains("compare=weekdays") && !line.contains("compare=none"))
                .forEach(line -> assertThat(line)
                        .contains("zone=Asia%2FTokyo")
                        .contains("compare=year")
                        .matches(text -> text.contains("period=") || text.contains("from=")));
    }

    @Test
    void comparisonWithNothingTellsNoChange() {
        String page = visitor.get("/?compare=none").body();

        assertThat(page).doesNotContain("class=\"change ", "Changes are against", "class=\"comparison\" d=\"M");
        assertThat(visitor.json("/api/v1/totals?compare=none").has("comparison"))
                .isFalse();
    }

    @Test
    void pageAndApiCompareWithTheSameTime() {
        for (String compared : new String[] {"previous", "weekdays", "year", "2026-11-02T12:00"}) {
            String query = "?" + DAY + "&compare=" + compared;
            double then = visitor.json("/api/v1/totals" + query)
                    .path("comparison")
                    .path("summary")
                    .path("hours_watched")
                    .doubleValue();
            String page = visitor.get("/" + query).body();
            if (then > 0) {
                assertThat(page).as(compared).contains("title=\"" + String.format("%,d", Math.round(then)) + " in ");
            } else {
                assertThat(page).as(compared).contains("nothing was measured in ");
            }
        }
    }

    @Test
    void oddTimesAreRefusedInWords() {
        assertThat(visitor.get("/api/v1/totals?from=2026-11-20T6:30&to=2026-11-21")
                        .body())
                .contains("expected a date like 2026-11-22, a time of the zone like 2026-11-22T10:15, or an instant");
        assertThat(visitor.get("/?zone=Mars").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/?compare=eon").body()).contains("expected one of none, previous, weekdays, year");
    }
}
