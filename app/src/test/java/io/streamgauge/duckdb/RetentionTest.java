package io.streamgauge.duckdb;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.analytics.DetailGoneException;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.engine.Keeping;
import io.streamgauge.engine.Retained;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
    private static final Keeping SHORT = new Keeping(
            Optional.of(Duration.ofHours(24)), Optional.of(Duration.ofDays(9)), Optional.of(Duration.ofDays(2)));

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeALake() {
        try (LakeFixture lake = LakeFixture.at(NOW, made)) {
            landHalfAMonth(lake);
        }
    }

    /** A lake of half a month, of a test's own. */
    private LakeFixture halfAMonth() throws IOException {
        Path source = made.resolve("lake");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("lake").resolve(source.relativize(file)));
            }
        }
        return LakeFixture.at(NOW, folder);
    }

    @Test
    void eachLayerGoesInItsTimeAndGoldNever() throws IOException {
        try (LakeFixture lake = halfAMonth()) {
            List<String> gold = gold(lake);

            Retained retained = lake.transformer.retain(SHORT);

            assertThat(retained.files()).isGreaterThan(25);
            assertThat(new Landing(lake.store).list()).isNotEmpty().allMatch(landed -> landed.snapshot()
                    .at()
                    .isAfter(NOW.minus(Duration.ofHours(24)).minusSeconds(120)));
            assertThat(firstDay(lake, "silver_stream_updates", "snapshot_at")).isEqualTo("2026-01-11");
            assertThat(firstDay(lake, "silver_channel_names", "first_seen_at")).isEqualTo("2026-01-18");
            assertThat(firstDay(lake, "silver_broadcast_titles", "first_seen_at"))
                    .isEqualTo("2026-01-18");
            assertThat(lake.publishedKeys()).noneMatch(key -> key.startsWith("tables/silver_monthly_"));
            assertThat(gold(lake)).isEqualTo(gold);
            assertThat(lake.transformer.retain(SHORT)).isEqualTo(new Retained(0, 0));

            lake.rebuild();
            assertThat(gold(lake)).as("after a rebuild").isEqualTo(gold);
            assertThat(firstDay(lake, "silver_monthly_channel_names", "first_seen_at"))
                    .isEqualTo("2026-01-18");
        }
    }

    @Test
    void aSnapshotOfADayWithoutObservationsIsSetAside() throws IOException {
        try (LakeFixture lake = halfAMonth()) {
            lake.transformer.retain(SHORT);
            List<String> gold = gold(lake);
            lake.land(START.plusSeconds(900), row(1, 7, "33", 5));

            assertThat(lake.transform().aside()).singleElement().satisfies(file -> assertThat(file.reason())
                    .isEqualTo("the observations of its day are no longer kept"));
            assertThat(gold(lake)).isEqualTo(gold);
        }
    }

    @Test
    void figuresThatNeedWhatIsGoneAreRefusedAndAllOthersStay() throws IOException {
        try (LakeFixture lake = halfAMonth()) {
            LakeAnalytics analytics = new LakeAnalytics(
                    lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(NOW, ZoneOffset.UTC));
            Period hours = new Period(START.plusSeconds(3600), START.plusSeconds(30 * 3600));
            Period edges = new Period(START.plusSeconds(3700), START.plusSeconds(30 * 3600));
            RankingQuery query = RankingQuery.top(RankedBy.HOURS_WATCHED, 10);
            var before = analytics.channels(hours, query).rows();

            lake.transformer.retain(SHORT);

            assertThat(analytics.channels(hours, query).rows()).isNotEmpty();
            assertThat(analytics.channels(hours, query).rows().stream().map(channel -> channel.viewerSeconds()))
                    .containsExactlyElementsOf(before.stream()
                            .map(channel -> channel.viewerSeconds())
                            .toList());
            assertThatThrownBy(() -> analytics.channels(edges, query))
                    .isInstanceOf(DetailGoneException.class)
                    .hasMessage("Observations up to 2026-01-11 are no longer kept, as the lake's owner has set:"
                            + " before that, let the period begin and end on whole hours in UTC");
        }
    }

    @Test
    void startsOfBroadcastsAreNotKnownWhereObservationsWentBeforeTheyWereCounted() {
        Period early = new Period(START.plusSeconds(86_400), START.plusSeconds(2 * 86_400));
        Period later = new Period(START.plusSeconds(8 * 86_400), START.plusSeconds(9 * 86_400));
        Models before = OtherModels.without("gold_broadcast_starts", "gold_language_starts");
        try (LakeFixture lake = LakeFixture.at(NOW, folder, before)) {
            landHalfAMonth(lake);
            lake.transformer.retain(SHORT);
        }
        try (LakeFixture lake = LakeFixture.at(NOW, folder)) {
            lake.transform();
            lake.rebuild();
            LakeAnalytics analytics = new LakeAnalytics(
                    lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(NOW, ZoneOffset.UTC));

            assertThat(analytics.totals(early, Grain.DAY).summary().broadcastsStarted())
                    .isNull();
            assertThat(analytics.totals(later, Grain.DAY).summary().broadcastsStarted())
                    .isEqualTo(2);
        }
    }

    @Test
    void orphanedFilesGoWhenTheyAreOld() throws IOException {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(START, row(1, 7, "33", 5));
            lake.transform();
            List<String> named = keys(lake);
            orphan(lake, "tables/top_games/date=2026-01-05/old.parquet", Duration.ofHours(25));
            orphan(lake, "tables/top_games/date=2026-01-05/young.parquet", Duration.ofHours(23));
            orphan(lake, "ledger/days/2026-01-05-old.json", Duration.ofHours(25));
            age(lake, named, Duration.ofDays(30));

            lake.transformer.retain(Keeping.FOREVER);

            assertThat(keys(lake)).containsAll(named).contains("tables/top_games/date=2026-01-05/young.parquet");
            assertThat(lake.store.list("tables/"))
                    .noneMatch(stored -> stored.key().matches(".*[/-]old\\..*"));
            assertThat(lake.store.list("ledger/"))
                    .noneMatch(stored -> stored.key().matches(".*[/-]old\\..*"));
        }
    }

    private static void orphan(LakeFixture lake, String key, Duration age) throws IOException {
        Path file = Files.writeString(Files.createTempFile(lake.scratch, "orphan", ""), "left over");
        lake.store.putIfAbsent(key, file);
        age(lake, List.of(key), age);
    }

    private static void age(LakeFixture lake, List<String> keys, Duration age) throws IOException {
        for (String key : keys) {
            Files.setLastModifiedTime(
                    lake.store.local(key), FileTime.from(Instant.now().minus(age)));
        }
    }

    private static List<String> keys(LakeFixture lake) {
        return List.of("tables/", "ledger/").stream()
                .flatMap(folder -> lake.store.list(folder).stream())
                .map(Store.Stored::key)
                .toList();
    }

    private static void landHalfAMonth(LakeFixture lake) {
        for (Instant at = START; at.isBefore(NOW); at = at.plusSeconds(12 * 3600)) {
            lake.land(
                    at,
                    row(1, 7, "33", 50),
                    row(2, 8, "44", at.getEpochSecond() % 97),
                    started(at.getEpochSecond(), at.minusSeconds(60)));
        }
        lake.transform();
    }

    private static LandingRow started(long broadcast, Instant at) {
        LandingRow row = row(broadcast, 9, "44", 3);
        return new LandingRow(
                row.observedAt(),
                row.page(),
                row.position(),
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
                at.toString(),
                row.language(),
                row.thumbnailUrl(),
                row.tagIds(),
                row.isMature(),
                null,
                null,
                null);
    }

    private static List<String> gold(LakeFixture lake) {
        return lake.publishedKeys().stream()
                .filter(key -> key.startsWith("tables/gold_")
                        || key.startsWith("tables/top_")
                        || key.startsWith("tables/latest_")
                        || key.startsWith("tables/quality_"))
                .toList();
    }

    private static String firstDay(LakeFixture lake, String table, String column) {
        return lake.select(
                        "select cast(cast(min(" + column + ") as date) as varchar) as day from " + table,
                        List.of(table),
                        row -> row.text("day"))
                .get(0);
    }
}
