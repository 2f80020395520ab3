package io.streamgauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.Collector;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.collector.CrawlMode;
import io.streamgauge.collector.Schedule;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.twitch.FakeTime;
import io.streamgauge.twitch.FakeTwitch;
import io.streamgauge.twitch.Recordings;
import io.streamgauge.twitch.TwitchClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From Twitch's JSON by way of a crawl to what SQL reads from the snapshot's file, against Jackson's tree of the same JSON. */
final class TextAsItCameTest {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();
    private static final List<String> TEXTS = List.of(
            "id",
            "user_id",
            "user_login",
            "user_name",
            "game_id",
            "game_name",
            "type",
            "title",
            "started_at",
            "language",
            "thumbnail_url");
    private static final List<String> LISTS = List.of("tags", "tag_ids");
    private static final Set<String> OTHERS = Set.of("viewer_count", "is_mature");

    @TempDir
    Path folder;

    @Test
    void everyFieldOfOddRowsSurvives() throws Exception {
        OddRows odd = new OddRows(20261122);
        List<OddRows.OddRow> rows =
                IntStream.rangeClosed(1, 3000).mapToObj(odd::next).toList();

        List<Landed> landed = crawl(rows.stream().map(OddRows.OddRow::json).toList());

        assertThat(landed.size()).isEqualTo(rows.size());
        int halves = 0;
        for (int at = 0; at < rows.size(); at++) {
            OddRows.OddRow row = rows.get(at);
            Landed found = landed.get(at);
            JsonNode sent = JSON.readTree(row.json());
            sameFields(sent, found);
            assertThat(found.extra()).as(row.json()).isEqualTo(row.extra());
            assertThat(found.problem() == null)
                    .as("%s: %s", found.problem(), row.json())
                    .isEqualTo(row.fits());
            boolean needsRaw = !row.fits() || row.twice() || holdsHalf(sent);
            assertThat(found.raw()).isEqualTo(needsRaw ? row.json() : null);
            halves += row.fits() && !row.twice() && holdsHalf(sent) ? 1 : 0;
        }
        assertThat(halves).as("rows with half of a surrogate pair alone").isGreaterThan(50);
    }

    @Test
    void everyFieldOfRecordedRowsSurvives() throws Exception {
        Path recording = Recordings.folder().resolve("20251230T014500Z");
        assumeTrue(Files.isDirectory(recording), "The recorded listing of 2025-12-30 01:45 is not there");
        List<String> rows = Recordings.rows("20251230T014500Z");

        List<Landed> landed = crawl(rows);

        assertThat(landed.size()).isEqualTo(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            JsonNode sent = JSON.readTree(rows.get(at));
            Landed found = landed.get(at);
            sameFields(sent, found);
            assertThat(found.problem()).isNull();
            assertThat(found.raw()).isNull();
            assertThat(found.extra() == null ? JSON.createObjectNode() : JSON.readTree(found.extra()))
                    .isEqualTo(unknown(sent));
        }
    }

    /** One row as SQL shows it. */
    private record Landed(
            List<String> texts,
            List<List<String>> lists,
            Long viewers,
            Boolean mature,
            String extra,
            String problem,
            String raw) {}

    private List<Landed> crawl(List<String> rows) throws Exception {
        FakeTime time = new FakeTime("2026-11-22T10:00:02Z");
        Path lake = folder.resolve("lake");
        try (FakeTwitch twitch = FakeTwitch.start();
                DuckDb duckDb = DuckDb.open(new DuckDbSettings(256, 1, folder.resolve("duckdb")))) {
            twitch.givenListing(rows, 99);
            new Collector(
                            TwitchClient.open(twitch.settings(folder), time, time),
                            new DuckDbSnapshotFormat(duckDb, folder.resolve("work")),
                            new Landing(LocalStore.open(lake)),
                            CollectSettings.of(new Schedule(Duration.ofMinutes(15)), CrawlMode.WALK),
                            time)
                    .collect(SnapshotId.parse("20261122T100000Z"), CrawlListener.NONE);
        }
        try (Stream<Path> files = Files.walk(lake.resolve("landing"))) {
            return read(files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static List<Landed> read(Path file) throws Exception {
        List<Landed> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("select * from '" + file + "' order by position")) {
            while (results.next()) {
                List<String> texts = new ArrayList<>();
                for (String name : TEXTS) {
                    texts.add(results.getString(name));
                }
                List<List<String>> lists = new ArrayList<>();
                for (String name : LISTS) {
                    Array array = results.getArray(name);
                    lists.add(
                            array == null
                                    ? null
                                    : Arrays.stream((Object[]) array.getArray())
                                            .map(String.class::cast)
                                            .toList());
                }
                rows.add(new Landed(
                        texts,
                        lists,
                        (Long) results.getObject("viewer_count"),
                        (Boolean) results.getObject("is_mature"),
                        results.getString("extra"),
                        results.getString("problem"),
                        results.getString("raw")));
            }
        }
        return rows;
    }

    private static void sameFields(JsonNode sent, Landed found) {
        assertThat(found.texts())
                .isEqualTo(TEXTS.stream().map(name -> text(sent.get(name))).toList());
        assertThat(found.lists())
                .isEqualTo(LISTS.stream().map(name -> list(sent.get(name))).toList());
        JsonNode viewers = sent.path("viewer_count");
        boolean isCount = viewers.isIntegralNumber() && viewers.canConvertToLong() && viewers.asLong() >= 0;
        assertThat(found.viewers()).isEqualTo(isCount ? viewers.asLong() : null);
        JsonNode mature = sent.path("is_mature");
        assertThat(found.mature()).isEqualTo(mature.isBoolean() ? mature.asBoolean() : null);
    }

    private static String text(JsonNode sent) {
        return sent == null || !sent.isString() ? null : storable(sent.asString());
    }

    private static List<String> list(JsonNode sent) {
        return sent == null || !sent.isArray()
                ? null
                : sent.valueStream().map(TextAsItCameTest::text).toList();
    }

    /** Java's UTF-16 puts U+FFFD for half of a surrogate pair. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    private static boolean holdsHalf(JsonNode sent) {
        return Stream.concat(TEXTS.stream().map(sent::path), LISTS.stream().flatMap(name -> sent.path(name)
                        .valueStream()))
                .map(node -> node.asString(""))
                .anyMatch(text -> !text.equals(storable(text)));
    }

    private static JsonNode unknown(JsonNode sent) {
        return sent.deepCopy().asObject().remove(TEXTS).remove(LISTS).remove(OTHERS);
    }
}
