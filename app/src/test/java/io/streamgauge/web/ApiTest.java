package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ApiTest {

    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        server = WebServer.start(
                WebSettings.loopback(0),
                new FakeAnalytics().givenMissingSnapshots(Instant.parse("2026-11-22T09:45:00Z")));
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void comparesAPeriodWithAnother() {
        String period = "from=2026-11-20&to=2026-11-21";
        JsonNode answer = visitor.json("/api/v1/totals?" + period + "&grain=day&compare=previous");
        JsonNode before = visitor.json("/api/v1/totals?from=2026-11-19&to=2026-11-20&grain=day");

        double now = answer.path("summary").path("hours_watched").asDouble();
        double then = before.path("summary").path("hours_watched").asDouble();
        JsonNode comparison = answer.path("comparison");
        assertThat(comparison.path("meta").path("from").asString()).isEqualTo("2026-11-19T00:00:00Z");
        assertThat(comparison.path("summary")).isEqualTo(before.path("summary"));
        JsonNode change = comparison.path("change").path("hours_watched");
        assertThat(change.path("difference").asDouble()).isCloseTo(now - then, within(1e-6));
        assertThat(change.path("percent").asDouble()).isCloseTo(100 * (now - then) / then, within(1e-6));
        assertThat(visitor.json("/api/v1/totals?" + period + "&grain=day&compare=2026-11-12")
                        .path("comparison")
                        .path("meta")
                        .path("to")
                        .asString())
                .isEqualTo("2026-11-13T00:00:00Z");
    }

    @Test
    void namesStartsAndSharesAsTheStandardDoes() {
        JsonNode summary =
                visitor.json("/api/v1/totals?from=2026-11-20&to=2026-11-21").path("summary");
        JsonNode category = visitor.json("/api/v1/rankings/categories?from=2026-11-20&to=2026-11-21")
                .path("rows")
                .get(0);

        assertThat(summary.path("broadcasts_started").asLong()).isEqualTo(31_207);
        assertThat(summary.path("top_share_10").asDouble()).isEqualTo(0.061);
        assertThat(summary.path("top_share_1000").asDouble()).isEqualTo(0.47);
        assertThat(category.path("viewers_per_channel").asDouble()).isPositive();
        assertThat(category.path("share").asDouble()).isBetween(0.01, 1.0);
        assertThat(visitor.get("/api/v1/rankings/languages.csv?from=2026-11-20&to=2026-11-21")
                        .body())
                .startsWith("rank,language,hours_watched")
                .contains("airtime_hours,viewers_per_channel,share,broadcasts_started\r\n");
    }

    @Test
    void tellsWhatIsUsualAtEachHourOfTheWeek() {
        String weeks = "from=2026-10-25&to=2026-11-22";
        JsonNode answer = visitor.json("/api/v1/hours-of-week?" + weeks + "&zone=Europe/Berlin");
        JsonNode category = visitor.json("/api/v1/hours-of-week?category=none&" + weeks);
        JsonNode channel = visitor.json("/api/v1/hours-of-week?channel=100074&" + weeks);

        assertThat(answer.path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(answer.path("hours").size()).isEqualTo(168);
        assertThat(answer.path("hours").get(167).path("weekday").asInt()).isEqualTo(7);
        assertThat(answer.path("hours").get(147).path("average_viewers").isNull())
                .isTrue();
        assertThat(category.path("hours").get(20).path("average_channels").asDouble())
                .isPositive();
        assertThat(channel.path("hours").get(20).path("on_air").asDouble()).isEqualTo(0.75);
        assertThat(visitor.get("/api/v1/hours-of-week.csv?" + weeks).body())
                .startsWith(
                        "weekday,hour,coverage,average_viewers,average_channels,on_air,entry_8,entry_30,entry_100\r\n1,0,1,");
    }

    @Test
    void tellsRecordsRanksCurvesAndRisers() {
        JsonNode record = visitor.json("/api/v1/records").path("peaks").get(2);
        assertThat(record.path("kind").asString()).isEqualTo("channel_viewers");
        assertThat(record.path("id").asString()).isEqualTo("100148");

        String week = "from=2026-11-15&to=2026-11-22";
        JsonNode day = visitor.json("/api/v1/channels/100148/ranks?" + week)
                .path("days")
                .get(6);
        assertThat(day.path("from").asString()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(day.path("rank").asLong()).isPositive();

        JsonNode curves = visitor.json("/api/v1/rankings/channels/curves?limit=3&" + week);
        assertThat(curves.path("grain").asString()).isEqualTo("day");
        assertThat(curves.path("rows").size()).isEqualTo(3);
        assertThat(curves.path("rows").get(2).path("hours_watched").size()).isEqualTo(7);

        JsonNode now = visitor.json("/api/v1/rankings/categories?limit=1000&" + week);
        JsonNode then = visitor.json("/api/v1/rankings/categories?limit=1000&from=2026-11-08&to=2026-11-15");
        JsonNode riser =
                visitor.json("/api/v1/rising/categories?" + week).path("rows").get(0);
        double hours = hours(now, riser.path("id").asString());
        double before = hours(then, riser.path("id").asString());
        assertThat(riser.path("gain").asDouble()).isPositive().isCloseTo(hours - before, within(1e-6));
        assertThat(riser.path("hours_before").asDouble()).isEqualTo(before);

        String inOne = "limit=1000&category=500026&";
        JsonNode streamers = visitor.json("/api/v1/rankings/channels?" + inOne + week);
        JsonNode earlier = visitor.json("/api/v1/rankings/channels?" + inOne + "from=2026-11-08&to=2026-11-15");
        JsonNode streamer = visitor.json("/api/v1/rising/channels?category=500026&" + week)
                .path("rows")
                .get(0);
        String id = streamer.path("id").asString();
        assertThat(streamer.path("gain").asDouble())
                .isPositive()
                .isCloseTo(channelHours(streamers, id) - channelHours(earlier, id), within(1e-6));
    }

    private static double channelHours(JsonNode ranking, String id) {
        return ranking.path("rows")
                .valueStream()
                .filter(row -> row.path("channel_id").asString().equals(id))
                .mapToDouble(row -> row.path("hours_watched").asDouble())
                .sum();
    }

    private static double hours(JsonNode ranking, String id) {
        return ranking.path("rows")
                .valueStream()
                .filter(row -> row.path("category_id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("hours_watched")
                .asDouble();
    }

    @Test
    void refusesHoursOfTheWeekOfTooMuch() {
        expectProblem(
                "/api/v1/hours-of-week?from=2026-01-01&to=2026-06-01",
                400,
                "The period from 2026-01-01T00:00:00Z to 2026-06-01T00:00:00Z has 151 days, expected at most 92:"
                        + " ask for a shorter one");
        expectProblem(
                "/api/v1/hours-of-week?category=1&channel=2",
                400,
                "A category and a channel are given, expected one of them or none");
        expectProblem(
                "/api/v1/hours-of-week?channel=nobody", 404, "No channel with id or login 'nobody' was ever seen");
    }

    private static void expectProblem(String path, int status, String detail) {
        HttpResponse<String> response = visitor.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"detail\":\"" + detail + "\"");
    }

    @Test
    void cutsDatesInAZone() {
        JsonNode meta = visitor.json("/api/v1/totals?from=2026-11-20&to=2026-11-21&zone=America/New_York&grain=day")
                .path("meta");

        assertThat(meta.path("from").asString()).isEqualTo("2026-11-20T05:00:00Z");
        assertThat(meta.path("to").asString()).isEqualTo("2026-11-21T05:00:00Z");
    }

    @Test
    void statusTellsNewestSnapshotSlotsAndSizes() {
        JsonNode status = visitor.json("/api/v1/status");

        assertThat(status.path("newest").path("snapshot_at").asString()).isEqualTo("2026-11-22T10:15:00Z");
        assertThat(status.path("age_seconds").asLong()).isEqualTo(900);
        assertThat(status.path("slots").path("missing").asLong()).isEqualTo(1);
        assertThat(status.path("missing_slots").get(0).asString()).isEqualTo("2026-11-22T09:45:00Z");
        assertThat(status.path("engine").asString()).isEqualTo("DuckDB 1.4");
        assertThat(status.path("tables").get(0).path("name").asString()).isEqualTo("silver_stream_updates");
        assertThat(status.path("meta").path("standard").asString()).isEqualTo("1");
    }

    @Test
    void slotsTellWhatCameOfEachOfTheLastDays() {
        JsonNode slots = visitor.json("/api/v1/slots");

        assertThat(slots.path("days")).hasSize(13);
        JsonNode today = slots.at("/days/0");
        assertThat(today.path("date").asString()).isEqualTo("2026-11-22");
        assertThat(today.path("due").asInt()).isEqualTo(42);
        assertThat(today.path("slots")).hasSize(96);
        assertThat(today.at("/slots/39"))
                .hasToString("{\"at\":\"2026-11-22T09:45:00Z\","
                        + "\"until\":\"2026-11-22T10:00:00Z\",\"state\":\"missing\",\"reason\":null}");
        assertThat(slots.at("/days/3/counts"))
                .hasToString("{\"complete\":92,\"set_apart\":1,\"partial\":1,\"failed\":2,\"missing\":0,"
                        + "\"planned\":0}");
        assertThat(slots.at("/troubles/0").toString())
                .isEqualTo("{\"from\":\"2026-11-22T09:45:00Z\",\"to\":\"2026-11-22T10:00:00Z\",\"state\":\"missing\","
                        + "\"reason\":null}");
        assertThat(slots.at("/troubles/3/to").asString()).isEqualTo("2026-11-19T05:30:00Z");
        assertThat(slots.path("meta").path("standard").asString()).isEqualTo("1");
    }

    @Test
    void healthTellsThatTheLakeCanBeRead() {
        assertThat(visitor.get("/health").body())
                .isEqualTo("{\"status\":\"ok\",\"data_version\":\"2026-11-22T10:16:04Z-7\","
                        + "\"newest_snapshot_at\":\"2026-11-22T10:15:00Z\"}");
    }

    @Test
    void totalsCarryMetaSummaryAndSeriesInWholeViewers() {
        HttpResponse<String> response = visitor.get("/api/v1/totals?period=last-hour");

        assertThat(Visitor.header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(response.body())
                .startsWith(
                        "{\"meta\":{\"from\":\"2026-11-22T09:30:00Z\",\"to\":\"2026-11-22T10:30:00Z\",\"coverage\":1,"
                                + "\"bridged\":0.25,\"capture_rate\":0.9987,\"data_version\":\"2026-11-22T10:16:04Z-7\","
                                + "\"standard\":\"1\",\"simulated\":false},\"summary\":{\"hours_watched\":")
                .contains("\"series\":[{\"at\":\"2026-11-22T09:30:00Z\",\"bridged_from\":\"2026-11-22T09:45:00Z\","
                        + "\"until\":\"2026-11-22T10:00:00Z\",\"viewers\":")
                .doesNotContainPattern("\"(viewers|channels|categories)\":\\d+\\.")
                .doesNotContainPattern("\\dE\\d");
    }

    @Test
    void grainsCutTheSeries() {
        assertThat(visitor.json("/api/v1/totals?period=last-day&grain=hour").path("series"))
                .hasSize(25);
        assertThat(visitor.json("/api/v1/totals?period=week&at=2026-11-18&grain=day")
                        .path("series"))
                .hasSize(7);
    }

    @Test
    void periodsAreNamedOrGivenByDatesOrInstants() {
        assertThat(period("")).isEqualTo("2026-11-21T10:30:00Z 2026-11-22T10:30:00Z");
        assertThat(period("?period=last-week")).isEqualTo("2026-11-15T10:30:00Z 2026-11-22T10:30:00Z");
        assertThat(period("?period=month&at=2026-10-31T23:59:59Z"))
                .isEqualTo("2026-10-01T00:00:00Z 2026-11-01T00:00:00Z");
        assertThat(period("?at=2026-11-20")).isEqualTo("2026-11-20T00:00:00Z 2026-11-21T00:00:00Z");
        assertThat(period("?from=2026-11-20&to=2026-11-20T10:20:05Z"))
                .isEqualTo("2026-11-20T00:00:00Z 2026-11-20T10:20:05Z");
    }

    private static String period(String query) {
        JsonNode meta = visitor.json("/api/v1/totals" + query).path("meta");
        return meta.path("from").asString() + " " + meta.path("to").asString();
    }

    @Test
    void rankingsOfChannelsAreSortedAndPaged() {
        JsonNode answer = visitor.json("/api/v1/rankings/channels?by=peak_viewers&limit=3&offset=2");

        assertThat(answer.path("rows")).hasSize(3);
        assertThat(answer.path("rows").get(0).path("rank").asLong()).isEqualTo(3);
        assertThat(answer.path("rows").get(0).path("channel_id").isString()).isTrue();
        assertThat(answer.path("rows").get(0).propertyNames())
                .containsExactly(
                        "rank",
                        "channel_id",
                        "login",
                        "name",
                        "hours_watched",
                        "viewer_seconds",
                        "peak_viewers",
                        "average_viewers",
                        "airtime_hours");
        assertThat(answer.path("total").asLong()).isEqualTo(FakeWorld.CHANNELS);
    }

    @Test
    void rankingsOfCategoriesTellTheirChannels() {
        JsonNode answer = visitor.json("/api/v1/rankings/categories?limit=1000");

        assertThat(answer.path("rows")).hasSize(1000);
        assertThat(answer.path("rows").get(0).propertyNames())
                .contains("category_id", "average_channels", "peak_channels", "unique_channels");
    }

    @Test
    void listingsComeAsCsvBySuffixOrByAccept() {
        String bySuffix = visitor.get("/api/v1/rankings/channels.csv?limit=6").body();
        HttpResponse<String> byAccept = visitor.get("/api/v1/rankings/channels?limit=6", "Accept", "text/csv");

        assertThat(byAccept.body()).isEqualTo(bySuffix);
        assertThat(Visitor.header(byAccept, "Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(bySuffix.lines().findFirst().orElseThrow())
                .isEqualTo("rank,channel_id,login,name,hours_watched,viewer_seconds,peak_viewers,average_viewers,"
                        + "airtime_hours");
        assertThat(bySuffix).contains(",\"O'Neil \"\"The & <b>Boss</b>\"\"\",").endsWith("\r\n");
        assertThat(visitor.get("/api/v1/totals.csv?period=last-hour").body())
                .startsWith("at,bridged_from,until,viewers,channels,categories\r\n"
                        + "2026-11-22T09:30:00Z,2026-11-22T09:45:00Z,2026-11-22T10:00:00Z,");
        assertThat(visitor.get("/api/v1/rankings/categories.csv?limit=1").body())
                .startsWith("rank,category_id,name,");
    }

    @Test
    void channelsAreFoundByIdAndByLogin() {
        JsonNode byId = visitor.json("/api/v1/channels/100074?period=last-week");
        String login = byId.path("identity").path("login").asString();

        assertThat(byId.path("identity").path("name").asString()).isEqualTo("夜ふかしランド");
        assertThat(byId.path("rank").path("rank").asLong()).isEqualTo(3);
        assertThat(byId.path("broadcasts")).hasSize(7);
        assertThat(byId.path("series").get(0).propertyNames())
                .containsExactly("at", "bridged_from", "until", "viewers", "category_id", "broadcast_id");
        assertThat(visitor.json("/api/v1/channels/" + login + "?period=last-week"))
                .isEqualTo(byId);
    }

    @Test
    void rowsOfARankingStandBesideWhatTheyWereBefore() {
        String path = "/api/v1/rankings/channels?period=day&at=2026-11-20";
        JsonNode ranking = visitor.json(path + "&limit=5&offset=2&compare=previous");
        JsonNode before = visitor.json("/api/v1/rankings/channels?period=day&at=2026-11-19&limit=1000");

        assertThat(ranking.path("comparison").path("meta")).isEqualTo(before.path("meta"));
        assertThat(ranking.path("rows").size()).isEqualTo(5);
        for (int at = 0; at < 5; at++) {
            String id = ranking.path("rows").get(at).path("channel_id").asString();
            JsonNode was = before.path("rows")
                    .valueStream()
                    .filter(row -> row.path("channel_id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(ranking.path("comparison").path("rows").get(at)).isEqualTo(was);
        }
        assertThat(visitor.json(path).has("comparison")).isFalse();
    }

    @Test
    void broadcastsOfAChannelTellTitlesCategoriesAndFigures() {
        JsonNode listed = visitor.json("/api/v1/channels/100074?period=last-week")
                .path("broadcasts")
                .get(3);
        String address = "/api/v1/channels/100074/broadcasts/"
                + listed.path("broadcast_id").asString();

        JsonNode broadcast =
                visitor.json(address + "?at=" + listed.path("first_seen_at").asString());

        assertThat(broadcast.propertyNames())
                .containsExactly(
                        "meta",
                        "channel",
                        "broadcast_id",
                        "started_at",
                        "first_seen_at",
                        "last_seen_at",
                        "summary",
                        "titles",
                        "categories",
                        "series",
                        "ranks");
        assertThat(broadcast.path("channel").path("name").asString()).isEqualTo("夜ふかしランド");
        assertThat(broadcast.path("first_seen_at")).isEqualTo(listed.path("first_seen_at"));
        assertThat(broadcast.path("summary").propertyNames())
                .containsExactly(
                        "hours_watched",
                        "viewer_seconds",
                        "peak_viewers",
                        "peak_at",
                        "average_viewers",
                        "airtime_hours");
        assertThat(broadcast.path("summary").path("hours_watched")).isEqualTo(listed.path("hours_watched"));
        assertThat(broadcast.path("titles").get(1).toString())
                .isEqualTo("{\"title\":\"\",\"tags\":[],\"first_seen_at\":" + listed.path("last_seen_at")
                        + ",\"last_seen_at\":" + listed.path("last_seen_at") + "}");
        assertThat(broadcast.path("categories").get(0).propertyNames())
                .containsExactly("category_id", "name", "at", "until");
        assertThat(visitor.json(address)).as("of the newest days").isEqualTo(broadcast);
    }

    @Test
    void channelNotLiveInThePeriodHasNoSummary() {
        String retired = Long.toString(100_000 + FakeReports.RETIRED * 37);

        JsonNode answer = visitor.json("/api/v1/channels/" + retired);

        assertThat(answer.path("summary").isNull()).isTrue();
        assertThat(answer.path("rank").isNull()).isTrue();
        assertThat(answer.path("identity").path("last_seen_at").asString()).isEqualTo("2026-09-03T22:45:00Z");
    }

    @Test
    void searchFindsChannelsAndCategories() {
        JsonNode found = visitor.json("/api/v1/search?q=%3Cscript%3E");

        assertThat(found.path("channels").get(0).path("name").asString()).isEqualTo(FakeNames.HOSTILE);
        assertThat(found.path("categories").get(0).path("name").asString()).isEqualTo(FakeNames.HOSTILE);
        assertThat(found.path("meta").path("standard").asString()).isEqualTo("1");
    }
}
