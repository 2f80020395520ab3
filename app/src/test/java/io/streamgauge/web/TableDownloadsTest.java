package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TableDownloadsTest {

    private static final String SILVER = "/api/v1/tables/silver_stream_updates";

    @TempDir
    private static Path folder;

    private static SomeHoldings holdings;
    private static WebServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        holdings = SomeHoldings.in(folder.resolve("lake"));
        server = WebServer.start(WebSettings.loopback(0), new FakeAnalytics(), holdings.all());
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        holdings.close();
    }

    @Test
    void rowsComeDayByDayInCsvAndJson() {
        HttpResponse<String> csv = visitor.get(SILVER);

        assertThat(csv.body().lines())
                .containsExactly(
                        "snapshot_at,channel_id,stream_id,category_id,language,viewers,started_at",
                        "2026-01-05 23:45:00,1,1,5,en,10,2026-01-05 09:00:00",
                        "2026-01-05 23:45:00,2,2,5,en,30,2026-01-05 09:00:00",
                        "2026-01-06 00:00:00,1,1,5,en,20,2026-01-05 09:00:00");
        assertThat(Visitor.header(csv, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"silver_stream_updates.csv\"");
        JsonNode json = JsonMapper.shared()
                .readTree(visitor.get(SILVER + "?format=json").body());
        assertThat(json.valueStream().map(row -> row.path("viewers").asInt())).containsExactly(10, 30, 20);
    }

    @Test
    void periodCutsByTheTimesOfTheZone() {
        String night = SILVER + "?from=2026-01-06T01:00&to=2026-01-07&zone=Europe/Berlin";

        assertThat(visitor.get(night).body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(",20,");
        assertThat(visitor.get(SILVER + "?format=json&from=2025-01-01&to=2025-01-02")
                        .body())
                .isEqualTo("[\n]\n");
    }

    @Test
    void parquetCarriesDefinitionsAndCoverage() throws IOException, InterruptedException {
        URI address = server.url().resolve(SILVER + "?format=parquet&from=2026-01-05&to=2026-01-06");
        Path file = folder.resolve("rows.parquet");
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));

        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(64, 1, folder.resolve("scratch")))) {
            assertThat(duckDb.select(
                            "select sum(viewers) as viewers from read_parquet('" + file + "')",
                            List.of(),
                            row -> row.number("viewers")))
                    .containsExactly(40L);
            String words = duckDb.select(
                            "select decode(value) as words from parquet_kv_metadata('" + file + "')"
                                    + " where decode(key) = 'streamgauge'",
                            List.of(),
                            row -> row.text("words"))
                    .get(0);
            JsonNode about = JsonMapper.shared().readTree(words);
            assertThat(about.path("table").asString()).isEqualTo("silver_stream_updates");
            assertThat(about.path("meta").path("from").asString()).isEqualTo("2026-01-05T00:00:00Z");
            assertThat(about.path("columns").path(1).path("meaning").asString())
                    .isEqualTo("the channel: Twitch's user_id");
        }
    }

    @Test
    void everyTableSaysHowItComesAbout() {
        JsonNode tables = visitor.json("/api/v1/tables").path("tables");

        assertThat(tables).hasSizeGreaterThan(30);
        tables.forEach(table -> {
            JsonNode about = visitor.json("/api/v1/tables/" + table.path("name").asString() + "/about");
            assertThat(about.path("sql").asString()).contains("select");
            about.path("columns")
                    .forEach(column -> assertThat(column.path("meaning").asString())
                            .as(about.path("table").asString() + "."
                                    + column.path("name").asString())
                            .isNotEmpty());
        });
    }

    @Test
    void textAsItWasReceivedIsNotGivenAway() {
        assertThat(visitor.get("/api/v1/tables/quarantined_stream_updates").body())
                .startsWith("snapshot_at,")
                .doesNotContain(",raw", ",extra");
        assertThat(visitor.get("/api/v1/tables/bronze_stream_updates").body()).doesNotContain(",raw", ",extra");
    }

    @Test
    void whatIsNotThereIsRefusedInWords() {
        assertThat(visitor.get("/api/v1/tables/nothing").body()).contains("There is no table 'nothing'");
        assertThat(visitor.get("/api/v1/tables/platform_metrics").body())
                .contains("is a view and has no rows of its own");
        assertThat(visitor.get(SILVER + "?format=xml").body()).contains("expected one of json, csv, parquet");
    }

    @Test
    void listingsAndSeriesComeAsParquetToo() throws IOException, InterruptedException {
        for (String address : List.of(
                "/api/v1/totals?format=parquet",
                "/api/v1/rankings/channels?format=parquet&limit=7",
                "/api/v1/channels/100074?format=parquet",
                "/api/v1/categories/500013?format=parquet")) {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.url().resolve(address))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            Path file = folder.resolve("listing.parquet");
            try (InputStream body = answer.body()) {
                Files.write(file, body.readAllBytes());
            }
            try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(64, 1, folder.resolve("scratch")))) {
                long rows = duckDb.select(
                                "select count(*) as n from read_parquet('" + file + "')",
                                List.of(),
                                row -> row.number("n"))
                        .get(0);
                String csv = visitor.get(address.replace("parquet", "csv")).body();
                assertThat(rows).as(address).isEqualTo(csv.lines().count() - 1).isPositive();
            }
        }
    }
}
