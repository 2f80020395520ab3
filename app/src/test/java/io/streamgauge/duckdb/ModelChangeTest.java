package io.streamgauge.duckdb;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Plan;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformResult;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's text changes: what it has made is computed anew, all of it and nothing else. */
class ModelChangeTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @TempDir
    Path folder;

    @Test
    void aChangedGoldModelIsComputedForPastDaysWithoutLanding() {
        landThreeDays(folder);
        Models changed = OtherModels.with("gold_game_metrics", "count(*)", "100 + count(*)");
        try (LakeFixture lake = LakeFixture.in(folder, changed)) {
            List<String> before = lake.publishedKeys();
            deleteLanding(lake, "landing/");

            Plan plan = lake.transformer.plan(Span.EVER);
            assertThat(plan.changed()).containsExactly("gold_game_metrics");
            assertThat(plan.tables())
                    .containsExactly(
                            "gold_game_metrics",
                            "gold_game_months",
                            "gold_game_periods",
                            "gold_label_days",
                            "top_games");
            assertThat(plan.days().keySet()).containsExactly(MONDAY, TUESDAY, WEDNESDAY);
            assertThat(plan.kept()).isEmpty();

            assertThat(lake.transform().plan()).isEqualTo(plan);
            assertThat(channels(lake)).containsOnly(101L, 102L);
            List<String> after = lake.publishedKeys();
            assertThat(after)
                    .filteredOn(key -> key.startsWith("tables/") && !before.contains(key))
                    .allMatch(key -> plan.tables().contains(key.split("/")[1]))
                    .hasSizeGreaterThan(6);
            assertThat(lake.transform().plan().isEmpty()).isTrue();

            lake.rebuild();
            assertThat(lake.publishedKeys()).containsExactlyElementsOf(after);
        }
    }

    @Test
    void aNewModelIsComputedForPastDays() {
        landThreeDays(folder);
        Models more = OtherModels.and("gold_day_channels", """
                -- Channels of each day.
                -- unit: day
                -- grain: day_at
                -- order: day_at
                -- inputs: gold_channel_hours, target_days
                select days.day_at, count(distinct hours.channel_id) as channels
                from gold_channel_hours as hours
                inner join target_days as days on hours.hour_at >= days.day_at and hours.hour_at < days.day_end
                group by days.day_at
                """);
        try (LakeFixture lake = LakeFixture.in(folder, more)) {
            TransformResult result = lake.transform();

            assertThat(result.plan().tables()).containsExactly("gold_day_channels");
            assertThat(lake.select(
                            "select * from gold_day_channels order by day_at",
                            List.of("gold_day_channels"),
                            row -> row.instant("day_at") + " " + row.number("channels")))
                    .containsExactly("2026-01-05T00:00:00Z 3", "2026-01-06T00:00:00Z 3", "2026-01-07T00:00:00Z 3");
        }
    }

    @Test
    void aChangedSilverModelIsComputedWhereLandingIsKept() {
        landThreeDays(folder);
        Models changed =
                OtherModels.with("silver_stream_updates", "viewer_count as viewers", "viewer_count * 2 as viewers");
        try (LakeFixture lake = LakeFixture.in(folder, changed)) {
            deleteLanding(lake, "landing/date=2026-01-05/");

            Plan plan = lake.transform().plan();

            assertThat(plan.days().keySet()).containsExactly(TUESDAY, WEDNESDAY);
            assertThat(plan.tables())
                    .contains("silver_stream_updates", "gold_channel_days", "top_streamers", "latest_stream_metrics")
                    .doesNotContain("silver_channel_names", "quarantined_stream_updates", "quality_results");
            assertThat(plan.kept()).isEqualTo(Map.of(MONDAY, Set.of("silver_stream_updates")));
            assertThat(lake.select(
                            "select cast(snapshot_at as date)::varchar as day, max(viewers) as viewers"
                                    + " from gold_snapshot_metrics group by day order by day",
                            List.of("gold_snapshot_metrics"),
                            row -> row.text("day") + " " + row.number("viewers")))
                    .containsExactly("2026-01-05 160", "2026-01-06 320", "2026-01-07 320");
            assertThat(lake.ledger.current().orElseThrow().standing().cover().older())
                    .containsOnlyKeys("silver_stream_updates");
            assertThat(lake.transform().plan().days()).isEmpty();

            List<String> keys = lake.publishedKeys();
            lake.rebuild();
            assertThat(lake.publishedKeys()).containsExactlyElementsOf(keys);
        }
    }

    @Test
    void rowsOfAnOlderModelReadNullWhereItLackedAColumn() {
        landThreeDays(folder);
        Models changed = OtherModels.with(
                "silver_stream_updates",
                "    viewers,\n    started_at\nfrom ",
                "    viewers,\n    started_at,\n    'new' as shade\nfrom ");
        try (LakeFixture lake = LakeFixture.in(folder, changed)) {
            deleteLanding(lake, "landing/date=2026-01-05/");
            lake.transform();

            assertThat(lake.select(
                            "select distinct cast(snapshot_at as date)::varchar as day, shade"
                                    + " from silver_stream_updates order by day",
                            List.of("silver_stream_updates"),
                            row -> row.text("day") + " " + row.text("shade")))
                    .containsExactly("2026-01-05 null", "2026-01-06 new", "2026-01-07 new");
        }
    }

    @Test
    void aMendedModelBringsQuarantinedRowsBack() {
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        LandingRow hexadecimal = row(2, 8, "33", 40);
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at, row(1, 7, "33", 100), withId(hexadecimal, "x2"));
            lake.transform();
            assertThat(quarantined(lake)).containsExactly("id is not a whole number: x2");
        }
        Models mended = OtherModels.with("bronze_stream_updates", "from landing", """
                from (select * replace (replace(id, 'x', '') as id) from landing)""");
        try (LakeFixture lake = LakeFixture.in(folder, mended)) {
            TransformResult result = lake.transform();

            assertThat(result.plan().days().keySet()).containsExactly(MONDAY);
            assertThat(quarantined(lake)).isEmpty();
            assertThat(lake.select(
                            "select sum(viewers) as viewers from gold_snapshot_metrics",
                            List.of("gold_snapshot_metrics"),
                            row -> row.number("viewers")))
                    .containsExactly(140L);
        }
    }

    @Test
    void aSnapshotThatFailedACheckComesBackWhenTheCheckIsMended() {
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        LandingRow[] alike = IntStream.rangeClosed(1, 120)
                .mapToObj(number -> row(number, 1000 + number, "33", 5))
                .toArray(LandingRow[]::new);
        Path other = folder.resolve("other");
        Models lenient = OtherModels.withoutCheck("viewers_differ");
        try (LakeFixture lake = LakeFixture.in(other, lenient)) {
            lake.land(at, row(1, 7, "33", 100));
            lake.land(at.plusSeconds(900), alike);
            lake.land(at.plusSeconds(1800), row(1, 7, "33", 100));
            lake.transform();
        }
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at, row(1, 7, "33", 100));
            lake.land(at.plusSeconds(900), alike);
            lake.land(at.plusSeconds(1800), row(1, 7, "33", 100));

            TransformResult result = lake.transform();

            assertThat(result.complete()).isEqualTo(3);
            assertThat(result.setApart()).singleElement().satisfies(entry -> assertThat(entry.failed())
                    .containsExactly("viewers_differ"));
            assertThat(channels(lake)).containsExactly(1L, 1L);
        }
        try (LakeFixture lake = LakeFixture.in(folder, lenient);
                LakeFixture reference = LakeFixture.in(other, lenient)) {
            lake.transform();

            assertThat(channels(lake)).containsExactly(1L, 120L, 1L);
            assertThat(tables(lake)).containsExactlyElementsOf(tables(reference));
        }
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.transform();

            assertThat(channels(lake)).containsExactly(1L, 1L);
        }
    }

    private static void landThreeDays(Path folder) {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (int slot = 0; slot < 200; slot += 3) {
                Instant at = Instant.parse("2026-01-05T12:00:00Z").plusSeconds(900L * slot);
                List<LandingRow> rows = new ArrayList<>(List.of(row(1, 7, "33", 50), row(2, 8, "44", 60)));
                if (slot % 10 == 3) {
                    rows.add(row(3, 9, "33", 50));
                }
                lake.land(at, rows.toArray(LandingRow[]::new));
            }
            lake.transform();
        }
    }

    private static void deleteLanding(LakeFixture lake, String prefix) {
        lake.store.list(prefix).stream().map(Store.Stored::key).forEach(lake.store::delete);
    }

    private static List<Long> channels(LakeFixture lake) {
        return lake.select(
                "select channels from gold_game_metrics order by snapshot_at, category_id",
                List.of("gold_game_metrics"),
                row -> row.number("channels"));
    }

    private static List<String> quarantined(LakeFixture lake) {
        return lake.select(
                "select problem from quarantined_stream_updates",
                List.of("quarantined_stream_updates"),
                row -> row.text("problem"));
    }

    private static List<String> tables(LakeFixture lake) {
        return lake.publishedKeys().stream()
                .filter(key -> key.startsWith("tables/"))
                .toList();
    }

    private static LandingRow withId(LandingRow row, String id) {
        return new LandingRow(
                row.observedAt(),
                row.page(),
                row.position(),
                id,
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
