package io.streamgauge.analytics;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.DuckDbMetadataFormat;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            LakeAnalytics analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, NOW);
            for (Period period : List.of(
                    new Period(START, END),
                    new Period(START, START.plusSeconds(3600)),
                    new Period(START.plusSeconds(1234), END.minusSeconds(777)))) {
                Ranking<Ranking.Genre> labels = analytics.genres(period, ALL);
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
                labels.rows().forEach(genre -> found.put(genre.genre(), genre.viewerSeconds()));
                assertThat(found).isEqualTo(expected);
                assertThat(labels.viewerSeconds()).isEqualTo(categories);
            }
            peaksAndChannels(seen, genres, analytics.genres(new Period(START, END), ALL));
            assertThat(analytics.themes(new Period(START, END), ALL).rows())
                    .singleElement()
                    .satisfies(none -> {
                        assertThat(none.theme()).isEqualTo("(none)");
                        assertThat(none.themeId()).isNull();
                        assertThat(none.share()).isEqualTo(1);
                    });
        }
    }

    /** From the observations themselves: the sum at each snapshot, and each channel once in a genre. */
    private static void peaksAndChannels(
            List<Seen> seen, Map<String, Set<Long>> genres, Ranking<Ranking.Genre> ranking) {
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
        for (Ranking.Genre genre : ranking.rows()) {
            assertThat(genre.peakViewers())
                    .isEqualTo(viewers.get(genre.genre()).values().stream()
                            .mapToLong(Long::longValue)
                            .max()
                            .orElseThrow());
            assertThat(genre.uniqueChannels())
                    .isEqualTo(channels.get(genre.genre()).size());
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
            assertThat(analytics.genres(period, ALL).rows()).isEmpty();
            assertThat(analytics.category("7", period).orElseThrow().metadata()).isEmpty();

            keep(lake, START, List.of(facts("7", START, "Old", List.of(label(12)))));
            keep(lake, END, List.of(facts("7", END, "New", List.of(label(15), label(31)))));

            GameFacts known =
                    analytics.category("7", period).orElseThrow().metadata().orElseThrow();
            assertThat(known.genres())
                    .containsExactly(new GameFacts.Label(15, name(15)), new GameFacts.Label(31, name(31)));
            assertThat(known.fetchedAt()).isEqualTo(END);
            assertThat(known.igdbUrl()).isEqualTo("https://www.igdb.com/games/new");
            assertThat(analytics.genres(period, ALL).rows().stream().map(Ranking.Genre::genre))
                    .containsExactly(name(15), name(31));
            assertThat(lakeRows(lake))
                    .containsExactly(
                            "Old " + START.toString().substring(0, 19).replace('T', ' ') + " "
                                    + END.toString().substring(0, 19).replace('T', ' '),
                            "New " + END.toString().substring(0, 19).replace('T', ' ') + " now");
        }
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
        return new CategoryFacts(
                id,
                at,
                true,
                name,
                "",
                "1" + id,
                new CategoryFacts.Game(
                        Long.parseLong("1" + id), "helix", name, name.toLowerCase(), START, 0L, 71.5, null, labels));
    }

    private static CategoryFacts.Label label(long id) {
        return new CategoryFacts.Label("genre", id, name(id));
    }

    private static String name(long id) {
        return id == 0 ? "(none)" : "Genre " + id;
    }
}
