package io.streamgauge.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbMetadataFormat;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.Replay;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.twitch.FakeTime;
import io.streamgauge.twitch.Recordings;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import io.streamgauge.twitch.TwitchSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the simulator over HTTP to files in a lake; time passes only where the client waits. */
final class MetadataFetcherTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration KEEPS = Duration.ofDays(7);
    private static final int MANY = 10_000;

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime("2026-11-22T12:00:00Z");
    private DuckDb duckDb;
    private LocalStore store;
    private CategoryMetadata metadata;

    @BeforeEach
    void open() {
        duckDb = DuckDb.open(new DuckDbSettings(128, 1, folder.resolve("scratch")));
        store = LocalStore.open(folder.resolve("lake"));
        metadata = new CategoryMetadata(store, time, folder.resolve("scratch"));
    }

    @AfterEach
    void close() {
        duckDb.close();
    }

    @Test
    void tenThousandCategoriesNeverMeetALimitAndARestartRepeatsNothing() throws Exception {
        List<String> met =
                IntStream.rangeClosed(1, MANY).mapToObj(String::valueOf).toList();
        Path recorded = givenCategories(MANY);
        try (SimulatorServer twitch = SimulatorServer.start(Replay.of(recorded), time, settings())) {
            assertThatThrownBy(() -> fetcher(twitch).fetch(met, (done, due) -> {
                        if (done == 3_000) {
                            throw new IllegalStateException("the process is killed");
                        }
                    }))
                    .hasMessage("the process is killed");
            assertThat(twitch.helixCalls()).isEqualTo(Map.of(200, 30));

            assertThat(fetcher(twitch).fetch(met, MetadataListener.SILENT))
                    .isEqualTo(new MetadataResult(MANY, 7_000, 6_300, 0));
            assertThat(twitch.helixCalls()).isEqualTo(Map.of(200, 100));
            // one call for the ids that Helix gave, one for the categories without
            assertThat(twitch.igdbCalls()).isEqualTo(Map.of(200, 200));

            assertThat(fetcher(twitch).fetch(met, MetadataListener.SILENT))
                    .isEqualTo(new MetadataResult(MANY, 0, 0, 0));
            time.pass(KEEPS);
            assertThat(fetcher(twitch).fetch(met.subList(0, 200), MetadataListener.SILENT))
                    .isEqualTo(new MetadataResult(200, 200, 180, 0));
        }
        assertThat(metadata.state().keys()).hasSizeLessThan(40);
        assertThat(number("select count(distinct category_id) as n from facts where kind = 'category'"))
                .isEqualTo(MANY);
        assertThat(number("select count(*) as n from facts where kind = 'genre'"))
                .as("two genres of nine in ten, 180 of them told a second time")
                .isBetween(18_000L, 18_360L);
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsLost() throws Exception {
        Path recorded = givenCategories(100);
        try (SimulatorServer twitch = SimulatorServer.start(Replay.of(recorded), time, settings())) {
            assertThat(fetcher(twitch).fetch(List.of("1", "10", "500"), MetadataListener.SILENT))
                    .isEqualTo(new MetadataResult(3, 3, 1, 1));
        }
        assertThat(rows("select category_id || ' ' || is_known || ' ' || coalesce(game_id, 0) as row from facts"
                        + " where kind = 'category' order by category_id"))
                .containsExactly("1 true 1001", "10 true 0", "500 false 0");
    }

    @Test
    void withoutTwitchItSaysSoAndKeepsWhatIsThere() throws Exception {
        Path recorded = givenCategories(100);
        SimulatorServer twitch = SimulatorServer.start(Replay.of(recorded), time, settings());
        fetcher(twitch).fetch(List.of("1"), MetadataListener.SILENT);
        MetadataFetcher fetcher = fetcher(twitch);
        twitch.close();

        assertThatThrownBy(() -> fetcher.fetch(List.of("1", "2"), MetadataListener.SILENT))
                .isInstanceOf(TwitchException.class)
                .hasMessageContaining("cannot be reached");
        assertThat(rows("select category_id as row from facts where kind = 'category'"))
                .containsExactly("1");
    }

    @Test
    void recordedCategoriesGiveWhatIsExpectedOfThem() throws Exception {
        Path recordings = Recordings.folder();
        JsonNode expected = JSON.readTree(Files.readAllBytes(recordings.resolve("expected.json")))
                .path("game_lists_together");
        TreeSet<String> all = new TreeSet<>();
        Map<String, JsonNode> rows = new TreeMap<>();
        List<String> folders = folders(recordings);
        folders.forEach(snapshot -> lines(recordings.resolve(snapshot).resolve("games.jsonl.gz"))
                .forEach(row -> {
                    all.add(row.path("id").asString());
                    rows.put(row.path("id").asString(), row);
                }));

        try (SimulatorServer twitch = SimulatorServer.start(Replay.of(recordings), time, settings())) {
            fetcher(twitch).fetch(List.copyOf(all), MetadataListener.SILENT);
        }

        assertThat(number("select count(distinct category_id) as n from facts where is_known"))
                .isEqualTo(expected.path("distinct_ids").longValue());
        assertThat(number("select count(*) as n from facts where kind = 'category' and igdb_id = ''"))
                .isEqualTo(expected.path("ids_with_empty_igdb_id").longValue());
        assertThat(number("select count(distinct category_id) as n from facts where kind = 'genre'"))
                .isEqualTo(
                        expected.path("ids_that_find_at_least_one_genre_here").longValue());
        assertThat(rows("select category_id || ' ' || label_id as row from facts where kind = 'genre'"))
                .containsExactlyInAnyOrderElementsOf(genres(recordings, folders, rows));
    }

    @Test
    void recordedNamesAreKeptOverTime() throws Exception {
        Path recordings = Recordings.folder();
        for (String snapshot : folders(recordings)) {
            Path list = recordings.resolve(snapshot);
            if (!Files.exists(list.resolve("games.jsonl.gz"))) {
                continue;
            }
            List<String> met = lines(list.resolve("games.jsonl.gz")).stream()
                    .map(row -> row.path("id").asString())
                    .toList();
            try (SimulatorServer twitch = SimulatorServer.start(Replay.of(list), time, settings())) {
                fetcher(twitch).fetch(met, MetadataListener.SILENT);
            }
            time.pass(KEEPS);
        }
        JsonNode renamed = JSON.readTree(Files.readAllBytes(recordings.resolve("expected.json")))
                .path("game_lists_together")
                .path("renamed");
        List<String> expected = new ArrayList<>();
        renamed.forEach(each -> each.path("names")
                .forEach(name -> expected.add(
                        each.path("id").asString() + " " + name.path("name").asString())));
        assertThat(rows("""
                        select category_id || ' ' || name as row
                        from facts
                        where kind = 'category' and category_id in (
                            select category_id from facts where kind = 'category'
                            group by category_id having count(distinct name) > 1
                        )
                        group by category_id, name
                        """)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private MetadataFetcher fetcher(SimulatorServer twitch) {
        TwitchSettings settings = TwitchSettings.of(
                "me", "shh", twitch.address() + "/helix", twitch.address() + "/oauth2", folder.resolve("token.json"));
        TwitchClient client = TwitchClient.open(settings, time, time);
        return new MetadataFetcher(
                client,
                client.igdb(URI.create(twitch.address() + "/v4")),
                metadata,
                new DuckDbMetadataFormat(duckDb, folder.resolve("scratch")),
                KEEPS,
                time);
    }

    private static SimulatorSettings settings() {
        return SimulatorSettings.defaults().withRateLimit(RateLimit.OFF);
    }

    private long number(String sql) {
        return duckDb.select(facts() + sql, List.of(), row -> row.number("n")).get(0);
    }

    private List<String> rows(String sql) {
        return duckDb.select(facts() + sql, List.of(), row -> row.text("row"));
    }

    private String facts() {
        return "with facts as (select * from read_parquet(["
                + metadata.state().files(store).stream()
                        .map(file -> "'" + file + "'")
                        .collect(Collectors.joining(", "))
                + "])) ";
    }

    /** Categories 1 to n, every tenth without a game, all others with two genres. */
    private Path givenCategories(int n) throws IOException {
        Path recorded = Files.createDirectories(folder.resolve("recorded/20260101T000000Z"));
        StringBuilder categories = new StringBuilder();
        StringBuilder games = new StringBuilder();
        for (int id = 1; id <= n; id++) {
            String igdb = id % 10 == 0 ? "" : String.valueOf(1000 + id);
            categories.append("{\"id\":\"%d\",\"name\":\"Game %d\",\"box_art_url\":\"\",\"igdb_id\":\"%s\"}\n"
                    .formatted(id, id, igdb));
            if (!igdb.isEmpty()) {
                games.append("{\"id\":%s,\"genres\":[12,15],\"name\":\"Game %d\"}\n".formatted(igdb, id));
            }
        }
        write(recorded.resolve("games.jsonl.gz"), categories.toString());
        write(recorded.resolve("igdb_games.jsonl.gz"), games.toString());
        write(recorded.resolve("igdb_genres.jsonl.gz"), """
                {"id":12,"name":"Role-playing (RPG)"}
                {"id":15,"name":"Strategy"}
                """);
        return recorded;
    }

    private static void write(Path file, String lines) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> folders(Path recordings) throws IOException {
        try (var inside = Files.list(recordings)) {
            return inside.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("Z"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> genres(Path recordings, List<String> folders, Map<String, JsonNode> categories) {
        Map<Long, JsonNode> games = new TreeMap<>();
        folders.forEach(snapshot -> lines(recordings.resolve(snapshot).resolve("igdb_games.jsonl.gz"))
                .forEach(game -> games.put(game.path("id").longValue(), game)));
        List<String> relations = new ArrayList<>();
        categories.forEach((id, row) -> {
            String igdb = row.path("igdb_id").asString("");
            JsonNode game = igdb.isEmpty() ? null : games.get(Long.valueOf(igdb));
            if (game != null) {
                game.path("genres").forEach(genre -> relations.add(id + " " + genre.longValue()));
            }
        });
        return relations;
    }

    private static List<JsonNode> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().map(JSON::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
