package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.Json;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.twitch.Recordings;
import io.streamgauge.twitch.StreamRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twitch's fields come and go: what no column holds is kept, and what changes is told. */
class EvolutionTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void fieldsOfFormerAndOfPresentYearsComeThrough() {
        byte[] bare = Recordings.page("helix_streams_2025-05-20_bare_array.json");
        String wrapped = "{\"data\":" + new String(bare, StandardCharsets.UTF_8) + ",\"pagination\":{}}";
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(AT, rows(Recordings.page("helix_streams_2019-03-12.json")));
            lake.land(AT.plusSeconds(900), rows(Recordings.page("helix_streams_20230924T170319Z.json")));
            lake.land(AT.plusSeconds(1800), rows(wrapped.getBytes(StandardCharsets.UTF_8)));
            lake.transform();

            assertThat(lake.select(
                            "select channels from gold_snapshot_metrics order by snapshot_at",
                            List.of("gold_snapshot_metrics"),
                            row -> row.number("channels")))
                    .containsExactly(40L, 100L, 20L);
            assertThat(lake.select(
                            """
                            select snapshot_at, expectation, broken, detail from quality_results
                            where not passed and expectation like 'no_field%' order by snapshot_at, expectation
                            """,
                            List.of("quality_results"),
                            row -> row.instant("snapshot_at") + " " + row.text("expectation") + " "
                                    + row.number("broken") + " " + row.text("detail")))
                    .containsExactly(
                            "2026-01-05T10:00:00Z no_field_is_new 40 the first one is community_ids",
                            "2026-01-05T10:00:00Z no_field_vanishes 4 one of them is game_name");
        }
    }

    @Test
    void aFileOfLandingThatLacksANewerColumnIsReadAsIfItWereEmpty() throws Exception {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(AT, LakeFixture.row(1, 7, "33", 100));
            lake.land(AT.plusSeconds(900), LakeFixture.row(1, 7, "33", 100));
            without(lake, SnapshotId.at(AT), "is_mature, tag_ids");

            assertThat(lake.transform().aside()).isEmpty();
            assertThat(lake.select(
                            "select sum(viewers) as viewers from gold_snapshot_metrics",
                            List.of("gold_snapshot_metrics"),
                            row -> row.number("viewers")))
                    .containsExactly(200L);
            assertThat(lake.select(
                            "select snapshot_at, detail from quality_results"
                                    + " where expectation = 'no_field_vanishes' order by snapshot_at",
                            List.of("quality_results"),
                            row -> row.text("detail")))
                    .containsExactly("one of them is is_mature", null);
        }
    }

    @Test
    void aFileThatLacksWhatFiguresRestOnIsSetAside() throws Exception {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(AT, LakeFixture.row(1, 7, "33", 100));
            without(lake, SnapshotId.at(AT), "viewer_count");

            assertThat(lake.transform().aside()).singleElement().satisfies(file -> assertThat(file.reason())
                    .isEqualTo("Cannot read snapshot 20260105T100000Z.parquet: column 'viewer_count' is missing,"
                            + " expected BIGINT"));
        }
    }

    /** Writes a snapshot as it would have been before its table had these columns. */
    private static void without(LakeFixture lake, SnapshotId snapshot, String columns) throws Exception {
        Path file = lake.store.local(Landing.key(snapshot));
        String crawl = new String(Json.bytes(lake.format.readCrawl(file)), StandardCharsets.UTF_8);
        Path older = Files.createTempFile(lake.scratch, "older", ".parquet");
        lake.duckDb.execute("copy (select * exclude (" + columns + ") from " + DuckDb.quoted(file) + ") to "
                + DuckDb.quoted(older) + " (format parquet, kv_metadata {" + DuckDbSnapshotFormat.CRAWL + ": "
                + DuckDb.quoted(crawl) + "})");
        Files.move(older, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static LandingRow[] rows(byte[] page) {
        return Recordings.streams(page).stream().map(EvolutionTest::row).toArray(LandingRow[]::new);
    }

    private static LandingRow row(StreamRow row) {
        return new LandingRow(
                AT,
                1,
                0,
                row.id(),
                row.userId(),
                row.userLogin(),
                row.userName(),
                row.gameId(),
                row.gameName(),
                row.type(),
                row.title(),
                row.tags(),
                row.viewerCount(),
                row.startedAt(),
                row.language(),
                row.thumbnailUrl(),
                row.tagIds(),
                row.isMature(),
                row.extra(),
                row.problem(),
                row.raw());
    }
}
