package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RefusalsTest {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /totals?form=2026-11-20 | Unknown parameter 'form', expected one of from, to, period, at, zone, grain, compare, version, format; did you mean 'format'?
        /totals?from=2026-11-20 | Parameter 'to' is missing, expected both from and to: a date like 2026-11-22, a time of the zone like 2026-11-22T10:15, or an instant like 2026-11-22T10:15:00Z
        /totals?from=yesterday&to=2026-11-22 | Parameter 'from' is 'yesterday', expected a date like 2026-11-22, a time of the zone like 2026-11-22T10:15, or an instant like 2026-11-22T10:15:00Z
        /totals?from=2026-11-22&to=2026-11-22 | Parameter 'to' is '2026-11-22', expected a time after from, which is 2026-11-22T00:00:00Z
        /totals?from=1999-01-01&to=2026-11-22 | Parameter 'from' is '1999-01-01', expected a time between the years 2000 and 2100
        /totals?from=2026-11-22&to=2026-11-23&period=day | A period is given twice, expected either from and to, or period and at
        /totals?period=fortnight | Parameter 'period' is 'fortnight', expected one of hour, day, week, month, last-hour, last-day, last-week
        /totals?period=last-day&at=2026-11-22 | Parameter 'at' is '2026-11-22', expected none, since last-day always ends with the newest snapshot
        /totals?zone=Mars/Olympus | Parameter 'zone' is 'Mars/Olympus', expected a time zone's name such as Europe/Berlin or UTC
        /totals?compare=decade | Parameter 'compare' is 'decade', expected one of none, previous, weekdays, year, or a date or an instant to begin at
        /totals?grain=minute | Parameter 'grain' is 'minute', expected one of snapshot, hour, day
        /totals?grain=hour&grain=day | Parameter 'grain' is given 2 times, expected once
        /rankings/channels?limit=0 | Parameter 'limit' is '0', expected a whole number between 1 and 1000
        /rankings/channels?limit=1001 | Parameter 'limit' is '1001', expected a whole number between 1 and 1000
        /rankings/channels?offset=-1 | Parameter 'offset' is '-1', expected a whole number between 0 and 100000000
        /rankings/categories?by=fame | Parameter 'by' is 'fame', expected one of hours_watched, peak_viewers, average_viewers, airtime_hours
        /rankings/categories?category=1 | Unknown parameter 'category', expected one of from, to, period, at, zone, by, limit, offset, language, genre, theme, mode, compare, version, format
        /totals?from=2000-01-01&to=2026-11-22&grain=hour | The series from 2000-01-01T00:00:00Z to 2026-11-22T00:00:00Z would have 235728 points by hour, expected at most 10000: ask for a shorter period or, where there is one, a coarser grain
        /search?q=+ | Parameter 'q' is '', expected a part of a name
        /channels/1/broadcasts/live | Parameter 'broadcast' is 'live', expected a broadcast's id, a whole number
        /channels/1/broadcasts/-1 | Parameter 'broadcast' is '-1', expected a broadcast's id, a whole number
        /channels/1/broadcasts/1234567890123456789 | Parameter 'broadcast' is '1234567890123456789', expected a broadcast's id, a whole number
        /channels/1/broadcasts/12?at=noon | Parameter 'at' is 'noon', expected a date like 2026-11-22, a time of the zone like 2026-11-22T10:15, or an instant like 2026-11-22T10:15:00Z
        /channels/1/broadcasts/12?from=2026-11-22 | Unknown parameter 'from', expected one of at, version, format
        /status?x=1 | Unknown parameter 'x', expected none
        """)
    void badParametersAreNamedWithWhatWasExpected(String address, String detail) {
        HttpResponse<String> response = visitor.get("/api/v1" + address);

        assertThat(Visitor.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(JsonMapper.shared().readTree(response.body()))
                .as("with the name of the request")
                .isEqualTo(JsonMapper.shared()
                        .createObjectNode()
                        .put("type", "about:blank")
                        .put("title", "Bad parameter")
                        .put("status", 400)
                        .put("detail", detail)
                        .put("request_id", Visitor.header(response, "X-Request-Id")));
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void unknownCategoryIsNotFound() {
        JsonNode problem = problem(404, visitor.get("/api/v1/categories/12345"));

        assertThat(problem.path("detail").asString()).isEqualTo("No category with id '12345' was ever seen");
    }

    @Test
    void unknownChannelIsNotFound() {
        JsonNode problem = problem(404, visitor.get("/api/v1/channels/nobody"));

        assertThat(problem.path("detail").asString()).isEqualTo("No channel with id or login 'nobody' was ever seen");
    }

    @Test
    void unknownBroadcastIsNotFound() {
        JsonNode newest = problem(404, visitor.get("/api/v1/channels/100074/broadcasts/12"));
        JsonNode older = problem(404, visitor.get("/api/v1/channels/100074/broadcasts/12?at=2026-10-01"));

        assertThat(newest.path("detail").asString())
                .isEqualTo("No broadcast with id '12' of a channel with id or login '100074' was seen in the newest 8"
                        + " days; of an earlier one, parameter 'at' says when it was");
        assertThat(older.path("detail").asString())
                .isEqualTo("No broadcast with id '12' of a channel with id or login '100074' was seen around"
                        + " 2026-10-01T00:00:00Z");
    }

    @Test
    void unknownPathUnderTheApiIsAProblem() {
        JsonNode problem = problem(404, visitor.get("/api/v1/rankings"));

        assertThat(problem.path("detail").asString()).isEqualTo("There is nothing at /api/v1/rankings");
    }

    @Test
    void otherMethodsAreRefused() {
        HttpResponse<String> response = visitor.send("PUT", "/api/v1/totals");
        JsonNode problem = problem(405, response);

        assertThat(Visitor.header(response, "Allow")).isEqualTo("GET, HEAD");

        assertThat(problem.path("detail").asString())
                .isEqualTo("Method PUT is not answered at /api/v1/totals, expected GET");
    }

    @Test
    void longTextIsShortenedWhenItIsRefused() {
        JsonNode problem = problem(400, visitor.get("/api/v1/search?q=" + "é".repeat(300)));

        assertThat(problem.path("detail").asString())
                .isEqualTo("Parameter 'q' is '" + "é".repeat(40) + "…', expected at most 200 characters");
    }

    @Test
    void failureInsideShowsNothingOfTheInside() {
        FakeAnalytics broken = new FakeAnalytics().givenFailure(new IllegalStateException("secret path"));
        try (WebServer failing = WebServer.start(WebSettings.loopback(0), broken)) {
            Visitor other = new Visitor(failing);

            JsonNode problem = problem(500, other.get("/api/v1/totals"));
            assertThat(problem.path("detail").asString())
                    .isEqualTo(
                            "The answer could not be computed; the server's log says why at the time of this request");
            HttpResponse<String> page = other.get("/");
            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body()).contains("Internal error").doesNotContain("secret", "Exception");
        }
    }

    @ParameterizedTest
    @CsvSource({"/%zz", "/..%2f..%2fetc%2fpasswd", "/static/x/..%2f..%2fpom.xml", "/channels/%00", "/?period=%ff"})
    void brokenAddressesShowNothingOfTheInside(String address) throws Exception {
        String answer = RawRequest.get(server.url(), address);

        assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d").doesNotContain("Exception", "jetty", "\tat ");
    }

    private static JsonNode problem(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Visitor.header(response, "Content-Type")).isEqualTo("application/problem+json");
        return JsonMapper.shared().readTree(response.body());
    }
}
