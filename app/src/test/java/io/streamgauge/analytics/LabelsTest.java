package io.streamgauge.analytics;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.duckdb.DuckDbMetadataFormat;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.Reconciliation;
import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.TableFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of genres, themes and modes against those of categories and against the observations. */
final class LabelsTest {

    private static final Instant START = Instant.parse("2026-01-05T22:00:00Z");
    private static final int SNAPSHOTS = 14;
    private static final Instant END = START.plusSeconds(SNAPSHOTS * 900L);
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-07T00:00:00Z"), ZoneOffset.UTC);
    private static final RankingQuery ALL = RankingQuery.top(RankedBy.HOURS_WATCHED, 1000);

    @TempDir
    Path folder;

    private record Seen(Instant at, long channel, String category, long viewers) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void totalsReconcileWithThoseOfCategories(long seed) {
        Random random = new Random(seed);
        try (LakeFixture lake = LakeFixture.in(folder)) {
            List<Seen> seen = land(lake, random);
            Map<String, Set<Long>> genres = learn(lake, random);
            lake.transform();
            LakeAnalytics analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, NOW);
            for (Period period : List.of(
                    new Period(START, END),
                    new Period(START, START.plusSeconds(3600)),
                    new Period(START.plusSeconds(1234), END.minusSeconds(777)))) {
                Ranking<Ranking.Label> labels = analytics.labels(LabelKind.GENRE, period, ALL);
                long categories = 0;
                Map<String, Long> expected = new TreeMap<>();
                for (Ranking.Category category :
                        analytics.categories(period, ALL).rows()) {
                    Set<Long> of = genres.getOrDefault(category.categoryId(), Set.of());
                    categories += category.viewerSeconds() * Math.max(1, of.size());
                    (of.isEmpty() ? Set.of(0L) : of)
                            .forEach(id -> expected.merge(name(id), category.viewerSeconds(), Long::sum));
                }
                Map<String, Long> found = new TreeMap<>();
                labels.rows().forEach(genre -> found.put(genre.name(), genre.viewerSeconds()));
                assertThat(found).isEqualTo(expected);
                assertThat(labels.viewerSeconds()).isEqualTo(categories);
            }
            peaksAndChannels(seen, genres, analytics.labels(LabelKind.GENRE, new Period(START, END), ALL));
            assertThat(analytics
                            .labels(LabelKind.THEME, new Period(START, END), ALL)
                            .rows())
                    .singleElement()
                    .satisfies(none -> {
                        assertThat(none.name()).isEqualTo("(none)");
                        assertThat(none.labelId()).isZero();
                        assertThat(none.share()).isEqualTo(1);
                    });
        }
    }

    /** From the observations themselves: the sum at each snapshot, and each channel once in a genre. */
    private static void peaksAndChannels(
            List<Seen> seen, Map<String, Set<Long>> genres, Ranking<Ranking.Label> ranking) {
        Map<String, Map<Instant, Long>> viewers = new TreeMap<>();
        Map<String, Set<Long>> channels = new TreeMap<>();
        for (Seen each : seen) {
            Set<Long> of = genres.getOrDefault(each.category(), Set.of());
            for (Long id : of.isEmpty() ? Set.of(0L) : of) {
                viewers.computeIfAbsent(name(id), key -> new TreeMap<>()).merge(each.at(), each.viewers(), Long::sum);
                channels.computeIfAbsent(name(id), key -> new TreeSet<>()).add(each.channel());
            }
        }
        assertThat(ranking.rows()).hasSameSizeAs(viewers.entrySet());
        for (Ranking.Label genre : ranking.rows()) {
            assertThat(genre.peakViewers())
                    .isEqualTo(viewers.get(genre.name()).values().stream()
                            .mapToLong(Long::longValue)
                            .max()
                            .orElseThrow());
            assertThat(genre.uniqueChannels())
                    .isEqualTo(channels.get(genre.name()).size());
        }
    }

    @Test
    void aCategoryTellsWhatIsKnownOfItNow() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(START, row(1, 1, "7", 10));
            lake.transform();
            LakeAnalytics analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, NOW);
            Period period = new Period(START, START.plusSeconds(900));
            assertThat(analytics.knowsGames()).isFalse();
            assertThat(analytics.labels(LabelKind.GENRE, period, ALL).rows()).isEmpty();
            assertThat(analytics.category("7", period).orElseThrow().metadata()).isEmpty();

            keep(lake, START, List.of(facts("7", START, "Old", List.of(label(12)))));
            keep(lake, END, List.of(facts("7", END, "New", List.of(label(15), label(31)))));
            lake.transform();

            GameFacts known =
                    analytics.category("7", period).orElseThrow().metadata().orElseThrow();
            assertThat(known.genres())
                    .containsExactly(new GameFacts.Label(15, name(15)), new GameFacts.Label(31, name(31)));
            assertThat(known.fetchedAt()).isEqualTo(END);
            assertThat(known.igdbUrl()).isEqualTo("https://www.igdb.com/games/new");
            assertThat(analytics.labels(LabelKind.GENRE, period, ALL).rows().stream()
                            .map(Ranking.Label::name))
                    .containsExactly(name(15), name(31));
            assertThat(lakeRows(lake))
                    .containsExactly(
                            "Old " + START.toString().substring(0, 19).replace('T', ' ') + " "
                                    + END.toString().substring(0, 19).replace('T', ' '),
                            "New " + END.toString().substring(0, 19).replace('T', ' ') + " now");
        }
    }

    @Test
    void whatIsLearntLaterChangesTheDaysThatItTouchesAndNoOther() {
        Instant first = Instant.parse("2026-01-05T10:00:00Z");
        Instant second = first.plus(1, ChronoUnit.DAYS);
        Instant third = first.plus(2, ChronoUnit.DAYS);
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(first, row(1, 1, "7", 10), row(2, 2, "8", 5));
            lake.land(second, row(3, 1, "8", 20));
            lake.land(third, row(4, 1, "7", 1));
            lake.transform();
            keep(lake, third, List.of(facts("8", third, "Eight", List.of(label(12)))));
            lake.transform();
            List<String> before = keys(lake, "gold_label_days");

            keep(lake, third, List.of(facts("7", third, "Seven", List.of(label(12), label(15)))));
            lake.transform();

            List<String> after = keys(lake, "gold_label_days");
            assertThat(after).hasSize(2);
            assertThat(after.get(0)).isNotEqualTo(before.get(0));
            assertThat(after.get(1)).isEqualTo(before.get(1));
            assertThat(lake.select(
                            "select * from gold_label_days where kind = 'genre' order by day_at, label_id",
                            List.of("gold_label_days"),
                            row -> row.instant("day_at").toString().substring(8, 10) + " " + row.number("label_id")
                                    + " " + row.number("viewer_seconds") + " " + row.number("peak_viewers")))
                    .containsExactly("05 12 27000 15", "05 15 18000 10", "06 12 36000 20");
            List<String> whole = lake.publishedKeys();
            lake.transform();
            assertThat(lake.publishedKeys()).isEqualTo(whole);
            lake.rebuild();
            assertThat(lake.publishedKeys()).isEqualTo(whole);
        }
    }

    @Test
    void aGameHasTheAgeThatItHadAtEachSnapshot() {
        Instant release = START.plusSeconds(1800);
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (Instant at : List.of(
                    START,
                    release,
                    release.plus(7, ChronoUnit.DAYS).minusSeconds(900),
                    release.plus(7, ChronoUnit.DAYS),
                    release.plus(8, ChronoUnit.DAYS))) {
                lake.land(at, row(at.getEpochSecond(), 1, "7", 10), row(at.getEpochSecond() + 1, 2, "", 1));
            }
            lake.transform();
            keep(lake, START, List.of(facts("7", START, "Seven", List.of(), release)));
            lake.transform();
            LakeAnalytics analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, NOW);
            Period all = new Period(START, release.plus(9, ChronoUnit.DAYS));

            Ranking<Ranking.Label> ages = analytics.labels(LabelKind.AGE, all, ALL);

            assertThat(ages.rows().stream().map(row -> row.labelId() + " " + row.name() + " " + row.viewerSeconds()))
                    .containsExactlyInAnyOrder(
                            "1 Before release 18000", "2 First week 27000", "3 First month 27000", "0 (none) 7200");
            assertThat(ages.rows().stream().mapToDouble(Ranking.Label::share).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(ages.viewerSeconds())
                    .isEqualTo(analytics.totals(all, Grain.DAY).summary().viewerSeconds());

            Releases.Row game = analytics
                    .releases(new Period(START, START.plus(1, ChronoUnit.DAYS)), 10)
                    .rows()
                    .get(0);
            assertThat(game.firstReleaseAt()).isEqualTo(release);
            assertThat(game.weeks().stream().map(Releases.Week::viewerSeconds)).containsExactly(36_000L, 36_000L);
            assertThat(game.weeks().stream().map(Releases.Week::isOver)).containsExactly(true, false);
            assertThat(game.days().get(0)).isEqualTo(36_000 / 3600.0);
            assertThat(game.days().get(1)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void categoriesAreNarrowedToWhatTheyAre(long seed) {
        Random random = new Random(seed);
        try (LakeFixture lake = LakeFixture.in(folder)) {
            land(lake, random);
            Map<String, Set<Long>> genres = learn(lake, random);
            lake.transform();
            LakeAnalytics analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, NOW);
            for (Period period :
                    List.of(new Period(START, START.plusSeconds(7200)), new Period(START.plusSeconds(1234), END))) {
                List<Ranking.Category> all = analytics.categories(period, ALL).rows();
                for (long genre : List.of(0L, 10L, 11L, 99L)) {
                    assertThat(analytics.categories(period, ALL.with(LabelKind.GENRE, genre)).rows().stream()
                                    .map(row -> row.categoryId() + " " + row.viewerSeconds() + " " + row.share()))
                            .isEqualTo(all.stream()
                                    .filter(row -> {
                                        Set<Long> of = genres.getOrDefault(row.categoryId(), Set.of());
                                        return genre == 0 ? of.isEmpty() : of.contains(genre);
                                    })
                                    .map(row -> row.categoryId() + " " + row.viewerSeconds() + " " + row.share())
                                    .toList());
                    Optional<LabelReport> report = analytics.label(LabelKind.GENRE, genre, period);
                    assertThat(report.isPresent())
                            .isEqualTo(genre == 0 || genres.values().stream().anyMatch(of -> of.contains(genre)));
                    report.flatMap(LabelReport::summary).ifPresent(summary -> assertThat(
                                    analytics.label(LabelKind.GENRE, genre, period).orElseThrow().series().stream()
                                            .mapToDouble(point -> point.viewers()
                                                    * (point.until().getEpochSecond()
                                                            - point.at().getEpochSecond()))
                                            .sum())
                            .isEqualTo(summary.viewerSeconds()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void keptDaysReconcileAlsoAfterSomethingElseIsLearnt(long seed) {
        Random random = new Random(seed);
        try (LakeFixture lake = LakeFixture.in(folder)) {
            land(lake, random);
            Reconciliation.learn(lake, random, START, "1", "2", "3", "4", "5");
            lake.transform();
            reconciles(lake, random);

            Reconciliation.learn(lake, random, END, "3", "4", "5", "6");
            lake.transform();
            reconciles(lake, random);
        }
    }

    private static void reconciles(LakeFixture lake, Random random) {
        Reconciliation.holds(lake.engine, lake, START, END);
        Reconciliation.holds(
                lake.engine, lake, START.plusSeconds(random.nextInt(3000)), END.minusSeconds(random.nextInt(3000)));
        Reconciliation.isKept(lake, LocalDate.ofInstant(START, ZoneOffset.UTC));
    }

    /** The files of a table by day, the oldest day first. */
    private static List<String> keys(LakeFixture lake, String table) {
        Publication publication = lake.ledger.current().orElseThrow();
        return publication.days().keySet().stream()
                .flatMap(date -> lake.ledger.day(publication, date).files(table).stream())
                .map(TableFile::key)
                .toList();
    }

    private static List<String> lakeRows(LakeFixture lake) {
        View view = new View(
                lake.ledger,
                lake.ledger.current().orElseThrow(),
                CategoryMetadata.stateIn(lake.store),
                lake.store,
                lake.models,
                lake.duckDb,
                NOW);
        return view.tables(
                "select name || ' ' || valid_from || ' ' || coalesce(cast(valid_until as varchar), 'now') as row"
                        + " from dim_category_history order by valid_from",
                List.of("dim_category_history"),
                List.of(),
                row -> row.text("row"));
    }

    private static List<Seen> land(LakeFixture lake, Random random) {
        List<Seen> seen = new ArrayList<>();
        for (int number = 0; number < SNAPSHOTS; number++) {
            Instant at = START.plusSeconds(number * 900L);
            List<LandingRow> rows = new ArrayList<>();
            for (long channel = 1; channel <= 30; channel++) {
                if (random.nextInt(3) > 0) {
                    String category = random.nextInt(9) == 0 ? "" : String.valueOf(1 + random.nextInt(8));
                    long viewers = random.nextInt(500);
                    rows.add(row(channel * 100, channel, category, viewers));
                    seen.add(new Seen(at, channel, category, viewers));
                }
            }
            lake.land(at, true, rows);
        }
        lake.transform();
        return seen;
    }

    /** Some categories have no genre, some several, and some were never asked about. */
    private static Map<String, Set<Long>> learn(LakeFixture lake, Random random) {
        Map<String, Set<Long>> genres = new TreeMap<>();
        List<CategoryFacts> facts = new ArrayList<>();
        for (int category = 1; category <= 6; category++) {
            Set<Long> ids = new TreeSet<>();
            for (int many = random.nextInt(4); many > 0; many--) {
                ids.add(10L + random.nextInt(4));
            }
            genres.put(String.valueOf(category), ids);
            List<CategoryFacts.Label> labels =
                    ids.stream().map(LabelsTest::label).toList();
            facts.add(facts(String.valueOf(category), START, "Game " + category, labels));
        }
        keep(lake, START, facts);
        return genres;
    }

    private static void keep(LakeFixture lake, Instant at, List<CategoryFacts> facts) {
        new CategoryMetadata(lake.store, Clock.fixed(at, ZoneOffset.UTC), lake.scratch)
                .add(facts, new DuckDbMetadataFormat(lake.duckDb, lake.scratch));
    }

    private static CategoryFacts facts(String id, Instant at, String name, List<CategoryFacts.Label> labels) {
        return facts(id, at, name, labels, START);
    }

    private static CategoryFacts facts(
            String id, Instant at, String name, List<CategoryFacts.Label> labels, Instant release) {
        return new CategoryFacts(
                id,
                at,
                true,
                name,
                "",
                "1" + id,
                new CategoryFacts.Game(
                        Long.parseLong("1" + id), "helix", name, name.toLowerCase(), release, 0L, 71.5, null, labels));
    }

    private static CategoryFacts.Label label(long id) {
        return new CategoryFacts.Label("genre", id, name(id));
    }

    private static String name(long id) {
        return id == 0 ? "(none)" : "Genre " + id;
    }
}
