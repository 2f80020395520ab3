package io.streamgauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.collector.CollectResult;
import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.Collector;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.TableExport;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.Replay;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.twitch.Recordings;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchSettings;
import io.streamgauge.twitch.Waiter;
import io.streamgauge.web.WebServer;
import io.streamgauge.web.WebSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded listings through the whole path: replay, collector, landing, models, API. Skipped where the recordings do
 * not lie beside the repository.
 */
class RecordedFiguresIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void theApiGivesTheExpectedFiguresOfEveryRecordedSnapshot() throws Exception {
        Path recordings = Recordings.folder();
        JsonNode expected = JSON.readTree(Files.readString(recordings.resolve("expected.json")));
        List<String> snapshots = new ArrayList<>(expected.get("snapshots").propertyNames());
        assertThat(snapshots).isNotEmpty();
        try (LakeFixture lake = LakeFixture.in(folder);
                SimulatorServer twitch = SimulatorServer.start(
                        Replay.of(recordings), SimulatorSettings.defaults().withRateLimit(RateLimit.OFF))) {
            Collector collector = collector(lake, twitch.address());
            for (String snapshot : snapshots) {
                JsonNode figures = expected.get("snapshots").get(snapshot);
                CollectResult.Landed landed =
                        (CollectResult.Landed) collector.collect(SnapshotId.parse(snapshot), CrawlListener.NONE);
                assertThat(landed.crawl().complete()).isTrue();
                lake.transform();
                compare(lake, SnapshotId.parse(snapshot), figures);
            }
            // the figures of the first stay what they were when the second has landed
            for (String snapshot : snapshots) {
                compareRankings(
                        lake,
                        SnapshotId.parse(snapshot),
                        expected.get("snapshots").get(snapshot));
            }
        }
    }

    private static void compare(LakeFixture lake, SnapshotId snapshot, JsonNode figures) throws Exception {
        try (WebServer web = WebServer.start(WebSettings.loopback(0), analytics(lake))) {
            JsonNode status = get(web, "/status");
            assertThat(status.at("/newest/snapshot_at").asString())
                    .isEqualTo(snapshot.at().toString());
            assertThat(status.at("/newest/viewers").asLong())
                    .isEqualTo(figures.get("viewers").asLong());
            assertThat(status.at("/newest/channels").asLong())
                    .isEqualTo(figures.get("channels").asLong());
            assertThat(status.at("/newest/categories").asLong())
                    .isEqualTo(figures.get("categories").asLong());
            assertThat(status.at("/newest_crawl/rows").asLong())
                    .isEqualTo(figures.get("raw_rows").asLong());
            assertThat(status.at("/newest_crawl/duplicates").asLong())
                    .isEqualTo(figures.get("duplicate_rows").asLong());
        }
        compareRankings(lake, snapshot, figures);
        compareBronze(lake, snapshot, figures);
    }

    private static void compareRankings(LakeFixture lake, SnapshotId snapshot, JsonNode figures) throws Exception {
        String period = "from=" + snapshot.at() + "&to=" + snapshot.at().plusSeconds(900);
        try (WebServer web = WebServer.start(WebSettings.loopback(0), analytics(lake))) {
            JsonNode totals = get(web, "/totals?" + period);
            assertThat(totals.at("/summary/hours_watched").asDouble())
                    .isEqualTo(figures.get("hours_watched").asDouble());
            assertThat(totals.at("/summary/peak_viewers").asLong())
                    .isEqualTo(figures.get("viewers").asLong());
            assertThat(totals.at("/summary/unique_channels").asLong())
                    .isEqualTo(figures.get("channels").asLong());
            assertThat(totals.at("/series/0/viewers").asLong())
                    .isEqualTo(figures.get("viewers").asLong());
            assertThat(totals.at("/meta/coverage").asDouble()).isEqualTo(1.0);
            assertThat(totals.at("/meta/simulated").asBoolean()).isTrue();

            List<String> categories = new ArrayList<>();
            for (JsonNode row :
                    get(web, "/rankings/categories?limit=1000&" + period).get("rows")) {
                categories.add(row.get("category_id").asString() + " "
                        + row.get("name").asString() + " "
                        + row.get("hours_watched").asDouble() + " "
                        + row.get("peak_viewers").asLong() + " "
                        + row.get("unique_channels").asLong());
            }
            List<String> expectedCategories = new ArrayList<>();
            for (JsonNode row : figures.get("by_category")) {
                expectedCategories.add(row.get("id").asString() + " " + mostFrequent(row.get("names")) + " "
                        + row.get("hours_watched").asDouble() + " "
                        + row.get("viewers").asLong() + " "
                        + row.get("channels").asLong());
            }
            assertThat(categories).containsExactlyElementsOf(expectedCategories);

            List<String> languages = new ArrayList<>();
            for (JsonNode row :
                    get(web, "/rankings/languages?limit=1000&" + period).get("rows")) {
                languages.add(row.get("language").asString() + " "
                        + row.get("hours_watched").asDouble() + " "
                        + row.get("peak_viewers").asLong() + " "
                        + row.get("unique_channels").asLong());
            }
            List<String> expectedLanguages = new ArrayList<>();
            for (JsonNode row : figures.get("by_language")) {
                expectedLanguages.add(row.get("language").asString() + " "
                        + row.get("hours_watched").asDouble() + " "
                        + row.get("viewers").asLong() + " "
                        + row.get("channels").asLong());
            }
            assertThat(languages).containsExactlyElementsOf(expectedLanguages);

            compareChannels(web, period, figures);
        }
    }

    private static void compareChannels(WebServer web, String period, JsonNode figures) throws Exception {
        List<String> channels = new ArrayList<>();
        JsonNode ranking = get(web, "/rankings/channels?limit=50&" + period);
        for (JsonNode row : ranking.get("rows")) {
            channels.add(
                    row.get("channel_id").asString() + " " + row.get("login").asString() + " "
                            + row.get("name").asString() + " "
                            + row.get("hours_watched").asDouble() + " "
                            + row.get("peak_viewers").asLong());
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode row : figures.get("top_channels")) {
            expected.add(row.get("user_id").asString() + " " + row.get("login").asString() + " "
                    + row.get("name").asString() + " "
                    + row.get("hours_watched").asDouble() + " "
                    + row.get("viewers").asLong());
        }
        assertThat(channels).containsExactlyElementsOf(expected);
        assertThat(ranking.get("total").asLong())
                .isEqualTo(figures.get("channels").asLong());
        assertThat(ranking.at("/rows/0/peak_viewers").asLong())
                .isEqualTo(figures.get("peak_channel_viewers").asLong());

        JsonNode top = figures.at("/top_channels/0");
        JsonNode report = get(web, "/channels/" + top.get("login").asString() + "?" + period);
        assertThat(report.at("/identity/channel_id").asString())
                .isEqualTo(top.get("user_id").asString());
        assertThat(report.at("/summary/hours_watched").asDouble())
                .isEqualTo(top.get("hours_watched").asDouble());
        assertThat(report.at("/broadcasts/0/broadcast_id").asString())
                .isEqualTo(top.get("stream_id").asString());
        assertThat(report.at("/categories/0/category_id").asString())
                .isEqualTo(top.get("category_id").asString());
    }

    /** What only the rows as received can tell. */
    private static void compareBronze(LakeFixture lake, SnapshotId snapshot, JsonNode figures) {
        Path file = lake.scratch.resolve("bronze.parquet");
        new TableExport(lake.duckDb, lake.models, lake.store, lake.ledger)
                .write(
                        "bronze_stream_updates",
                        new Span(snapshot.at(), snapshot.at().plusSeconds(1)),
                        TableExport.Format.PARQUET,
                        file);
        String sql = """
                with streams as (
                    select * from read_parquet('%s')
                    qualify row_number() over (partition by id order by position desc) = 1
                )
                select
                    count(*) as distinct_streams,
                    count(*) filter (viewer_count = 0) as streams_with_0_viewers,
                    count(*) filter (viewer_count <= 1) as streams_with_0_or_1_viewers,
                    count(*) filter (tags is null) as tags_null,
                    count(*) filter (title = '') as title_empty,
                    count(*) filter (user_login <> lower(user_name)) as login_differs_from_lower_case_name,
                    count(*) filter (is_mature) as is_mature,
                    min(started_at) as oldest_started_at,
                    max(started_at) as newest_started_at
                from streams
                """.formatted(file);
        List<String> counts = List.of(
                "distinct_streams",
                "streams_with_0_viewers",
                "streams_with_0_or_1_viewers",
                "tags_null",
                "title_empty",
                "login_differs_from_lower_case_name",
                "is_mature");
        lake.duckDb.select(sql, List.of(), row -> {
            counts.forEach(count -> assertThat(row.number(count))
                    .as(count)
                    .isEqualTo(figures.get(count).asLong()));
            assertThat(row.text("oldest_started_at"))
                    .isEqualTo(figures.get("oldest_started_at").asString());
            assertThat(row.text("newest_started_at"))
                    .isEqualTo(figures.get("newest_started_at").asString());
            return true;
        });
    }

    private static String mostFrequent(JsonNode names) {
        return names.properties().stream()
                .max(Map.Entry.comparingByValue((one, other) -> Long.compare(one.asLong(), other.asLong())))
                .orElseThrow()
                .getKey();
    }

    private Collector collector(LakeFixture lake, URI twitch) {
        TwitchSettings settings =
                TwitchSettings.of("id", "secret", twitch + "/helix", twitch + "/oauth2", folder.resolve("token.json"));
        return new Collector(
                TwitchClient.open(settings, Clock.systemUTC(), Waiter.real()),
                lake.format,
                new Landing(lake.store),
                CollectSettings.of(new Schedule(Duration.ofMinutes(15)), CrawlMode.WALK),
                Clock.systemUTC());
    }

    private static LakeAnalytics analytics(LakeFixture lake) {
        return new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, Clock.systemUTC());
    }

    private static JsonNode get(WebServer web, String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(web.url().resolve("/api/v1" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
