package io.streamgauge.duckdb;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel that is forgotten occurs nowhere, and nothing that was counted changes. */
class ForgetTest {

    private static final Instant START = Instant.parse("2026-01-05T21:00:00Z");
    private static final long ONE = 424_242_001;
    private static final long OTHER = 535_353_002;

    @TempDir
    Path folder;

    @Test
    void nothingTellsOfItAndTotalsAreWhatTheyWere() throws IOException {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (int slot = 0; slot < 20; slot++) {
                land(lake, slot);
            }
            lake.transform();
            List<String> totals = totals(lake);
            assertThat(filesThatTellOf(ONE)).hasSizeGreaterThan(40);
            assertThat(lake.transformer.occurrences(ONE))
                    .containsEntry("silver_stream_updates", 20L)
                    .containsEntry("quarantined_stream_updates", 40L)
                    .containsKeys(
                            "silver_channel_names",
                            "silver_broadcast_titles",
                            "gold_channel_hours",
                            "gold_channel_days",
                            "top_streamers");

            lake.transformer.forget(ONE);

            assertThat(filesThatTellOf(ONE)).isEmpty();
            assertThat(filesThatTellOf(OTHER)).isNotEmpty();
            assertThat(totals(lake)).isEqualTo(totals);
            assertThat(channels(lake)).containsExactly(-1L, 7L, OTHER);

            lake.transformer.forget(OTHER);
            land(lake, 20);
            lake.transform();

            assertThat(filesThatTellOf(ONE)).isEmpty();
            assertThat(filesThatTellOf(OTHER)).isEmpty();
            assertThat(channels(lake)).containsExactly(-2L, -1L, 7L);
            assertThat(lake.select(
                            "select channels, viewers from gold_snapshot_metrics order by snapshot_at desc limit 2",
                            List.of("gold_snapshot_metrics"),
                            row -> row.number("channels") + " " + row.number("viewers")))
                    .containsExactly("3 620", "3 619");
            assertThat(lake.select(
                            "select distinct channel_id, login, name from silver_channel_names where channel_id < 0"
                                    + " order by channel_id",
                            List.of("silver_channel_names"),
                            row -> row.number("channel_id") + row.text("login") + row.text("name")))
                    .containsExactly("-2(removed)", "-1(removed)");
            assertThat(lake.select(
                            "select channel_id, stream_id, title, tags is null as untold from silver_broadcast_titles"
                                    + " where channel_id <> 7 group by all order by channel_id",
                            List.of("silver_broadcast_titles"),
                            row -> row.number("channel_id") + " " + row.number("stream_id") + " '" + row.text("title")
                                    + "' " + row.flag("untold")))
                    .containsExactly("-2 -2 '' true", "-1 -1 '' true");
            List<String> tables = tables(lake);
            lake.rebuild();
            assertThat(tables(lake))
                    .filteredOn(key -> !tables.contains(key))
                    .as("only the starts of its broadcasts are known no more")
                    .allMatch(key -> key.startsWith("tables/gold_broadcast_starts/")
                            || key.startsWith("tables/gold_language_starts/"))
                    .hasSize(2);
            assertThat(tables(lake)).hasSameSizeAs(tables);
        }
    }

    @Test
    void forgettingAgainFindsNothingMore() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            land(lake, 0);
            lake.transform();
            lake.transformer.forget(ONE);
            List<String> keys = lake.publishedKeys();

            lake.transformer.forget(ONE);

            assertThat(lake.transformer.occurrences(ONE)).isEmpty();
            assertThat(lake.publishedKeys()).isEqualTo(keys);
            assertThat(lake.ledger
                            .current()
                            .orElseThrow()
                            .standing()
                            .forgotten()
                            .hashes())
                    .hasSize(1);
        }
    }

    @Test
    void theCollectorDoesNotAskForIt() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            land(lake, 0);
            lake.transform();
            lake.transformer.forget(ONE);

            List<String> channels = new ArrayList<>();
            lake.format.readStreams(
                    lake.store.local(Landing.key(SnapshotId.at(START))), stream -> channels.add(stream.userId()));
            assertThat(channels).containsExactly("7", "" + OTHER);
        }
    }

    private static void land(LakeFixture lake, int slot) {
        LandingRow misfit = new RowOf(ONE)
                .userId(null)
                .viewers(5L)
                .problem(
                        "viewer_count is null, expected a whole number",
                        "{\"user_id\": \"" + ONE + "\", \"user_login\": \"login" + ONE + "\"}")
                .row();
        lake.land(
                START.plusSeconds(900L * slot),
                row(1, 7, "33", 500),
                new RowOf(ONE)
                        .id("" + (ONE + 1))
                        .userId("" + ONE)
                        .gameId(slot < 10 ? "33" : "44")
                        .viewers(100L + slot)
                        .title("This is " + ONE + (slot < 10 ? "" : " again"))
                        .tags(List.of("tag" + ONE))
                        .row(),
                row(OTHER + 1, OTHER, "33", 0),
                misfit,
                new RowOf(ONE).userId("" + ONE).viewers(null).row());
    }

    /** All that is not about single channels. */
    private static List<String> totals(LakeFixture lake) {
        List<String> totals = new ArrayList<>();
        for (String table :
                List.of("gold_snapshot_metrics", "gold_game_metrics", "gold_language_metrics", "top_games")) {
            totals.addAll(lake.select(
                    "select cast(given as varchar) as text from " + table + " as given order by text",
                    List.of(table),
                    row -> table + row.text("text")));
        }
        totals.addAll(lake.select("""
                select cast((day_at, category_id, language, sum(viewer_seconds), sum(live_seconds), max(peak_viewers),
                    count(distinct channel_id)) as varchar) as text
                from gold_channel_days group by day_at, category_id, language order by text
                """, List.of("gold_channel_days"), row -> row.text("text")));
        return totals;
    }

    private static List<Long> channels(LakeFixture lake) {
        return lake.select(
                "select distinct channel_id from top_streamers order by channel_id",
                List.of("top_streamers"),
                row -> row.number("channel_id"));
    }

    private static List<String> tables(LakeFixture lake) {
        return lake.publishedKeys().stream()
                .filter(key -> key.startsWith("tables/") && !key.startsWith("tables/quality"))
                .toList();
    }

    /** The lake's files that hold a channel's id, login or name, all of which hold the id; Parquet is decoded. */
    private List<String> filesThatTellOf(long channel) throws IOException {
        List<String> found = new ArrayList<>();
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(64, 1, folder.resolve("reader")));
                Stream<Path> files = Files.walk(folder.resolve("lake"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Stream<String> text = file.toString().endsWith(".parquet")
                        ? text(duckDb, file)
                        : Stream.of(Files.readString(file, StandardCharsets.UTF_8));
                text.filter(line -> line.contains("" + channel))
                        .limit(1)
                        .forEach(line -> found.add(file + ": " + line));
            }
        }
        return found;
    }

    private static Stream<String> text(DuckDb duckDb, Path file) {
        String quoted = DuckDb.quoted(file);
        List<String> rows = duckDb.select(
                "select cast(given as varchar) as text from read_parquet(" + quoted + ") as given",
                List.of(),
                row -> row.text("text"));
        List<String> metadata = duckDb.select(
                "select decode(value) as text from parquet_kv_metadata(" + quoted + ")",
                List.of(),
                row -> row.text("text"));
        return Stream.concat(rows.stream(), metadata.stream());
    }
}
