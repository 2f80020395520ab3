package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invariants of the metric standard, by their numbers there, over made-up crawls. */
final class InvariantsTest {

    private static final int SLOTS = 36;
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
    private static final RankingQuery ALL = RankingQuery.top(RankedBy.HOURS_WATCHED, 1000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void sumsAndBoundsHold(long seed) {
        MadeCrawls crawls = MadeCrawls.of(seed, SLOTS);
        try (LakeFixture lake = lake("base", crawls)) {
            Analytics analytics = analytics(lake);
            View view = new View(
                    lake.ledger,
                    lake.ledger.current().orElseThrow(),
                    CategoryMetadata.stateIn(lake.store),
                    lake.store,
                    lake.models,
                    lake.duckDb,
                    NOW);
            for (Period period : days(crawls)) {
                long platform = platform(analytics, period);
                assertThat(hours(period).stream()
                                .mapToLong(hour -> platform(analytics, hour))
                                .sum())
                        .as("1: hours of %s", period)
                        .isEqualTo(platform);
                assertThat(hours(period).stream()
                                .mapToLong(hour -> new Starts(view, new Span(hour.from(), hour.to()))
                                        .byLanguage().orElseThrow().values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum())
                                .sum())
                        .as("broadcasts started in hours of %s", period)
                        .isEqualTo(
                                analytics.totals(period, Grain.HOUR).summary().broadcastsStarted());
                assertThat(sum(analytics.categories(period, ALL), Ranking.Category::viewerSeconds))
                        .as("1: categories")
                        .isEqualTo(platform);
                assertThat(sum(analytics.languages(period, ALL), Ranking.Language::viewerSeconds))
                        .as("1: languages")
                        .isEqualTo(platform);
                Ranking<Ranking.Channel> channels = analytics.channels(period, ALL);
                assertThat(sum(channels, Ranking.Channel::viewerSeconds))
                        .as("1: channels")
                        .isEqualTo(platform);
                assertThat(channels.rows()).allSatisfy(channel -> {
                    assertThat(channel.viewerSeconds())
                            .as("2: bound")
                            .isLessThanOrEqualTo(channel.peakViewers() * Math.round(channel.airtimeHours() * 3600));
                    assertThat(channel.averageViewers()).as("2: average").isLessThanOrEqualTo(channel.peakViewers());
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void nothingThatMeansNothingChangesAFigure(long seed) {
        MadeCrawls crawls = MadeCrawls.of(seed, SLOTS);
        Map<Period, String> expected = figures("base", crawls);
        List<MadeCrawls.Crawl> shuffled = new ArrayList<>(crawls.crawls());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(oneByOne(new MadeCrawls(shuffled), crawls))
                .as("3: another order, one by one, twice")
                .isEqualTo(expected);
        assertThat(figures("repeated", crawls.with(InvariantsTest::repeated)))
                .as("4: repeated rows")
                .isEqualTo(expected);
        assertThat(figures("renamed", crawls.with(InvariantsTest::renamed)))
                .as("5: other names")
                .isEqualTo(expected);
        MadeCrawls withoutPartials = new MadeCrawls(crawls.complete());
        assertThat(withoutPartials.crawls()).hasSizeLessThan(crawls.crawls().size());
        assertThat(figures("whole", withoutPartials)).as("7: partial ones").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aMissingSnapshotIsFeltWithinItsNeighboursReachAlone(long seed) {
        MadeCrawls crawls = MadeCrawls.of(seed, SLOTS);
        MadeCrawls.Crawl left = crawls.complete().get(crawls.complete().size() / 3);
        List<Instant> times =
                crawls.complete().stream().map(MadeCrawls.Crawl::at).toList();
        int place = times.indexOf(left.at());
        Period touched = new Period(
                times.get(place),
                times.get(place).plusSeconds(1800).compareTo(times.get(place + 1)) < 0
                        ? times.get(place).plusSeconds(1800)
                        : times.get(place + 1));
        Period before = new Period(crawls.whole().from(), touched.from());
        Period after = new Period(touched.to(), crawls.whole().to());
        try (LakeFixture with = lake("with", crawls);
                LakeFixture without = lake("without", crawls.without(left))) {
            for (Period same : List.of(before, after)) {
                assertThat(figures(analytics(without), same))
                        .as("6: outside")
                        .isEqualTo(figures(analytics(with), same));
            }
            Meta known = analytics(with).totals(touched, Grain.SNAPSHOT).meta();
            Meta less = analytics(without).totals(touched, Grain.SNAPSHOT).meta();
            assertThat(less.coverage() - less.bridged())
                    .as("6: sampled time is lost, and shows")
                    .isLessThan(known.coverage() - known.bridged());
        }
    }

    private Map<Period, String> figures(String name, MadeCrawls crawls) {
        try (LakeFixture lake = lake(name, crawls)) {
            return figures(analytics(lake), crawls);
        }
    }

    private Map<Period, String> oneByOne(MadeCrawls shuffled, MadeCrawls inOrder) {
        try (LakeFixture lake = LakeFixture.in(folder.resolve("shuffled"))) {
            int third = shuffled.crawls().size() / 3;
            for (int from = 0; from < shuffled.crawls().size(); from += third) {
                int to = Math.min(shuffled.crawls().size(), from + third);
                new MadeCrawls(shuffled.crawls().subList(from, to)).land(lake);
                lake.transform();
            }
            lake.transform();
            return figures(analytics(lake), inOrder);
        }
    }

    private LakeFixture lake(String name, MadeCrawls crawls) {
        LakeFixture lake = LakeFixture.in(folder.resolve(name));
        crawls.land(lake);
        lake.transform();
        return lake;
    }

    private static Map<Period, String> figures(Analytics analytics, MadeCrawls crawls) {
        List<Period> periods = new ArrayList<>(days(crawls));
        periods.add(crawls.whole());
        Instant from = crawls.whole().from();
        periods.add(new Period(from.plusSeconds(4321), from.plusSeconds(15_003)));
        return periods.stream()
                .collect(Collectors.toMap(
                        period -> period,
                        period -> figures(analytics, period) + starts(analytics, period),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** What was first seen when, which a snapshot that is missing changes far beyond its reach. */
    private static String starts(Analytics analytics, Period period) {
        StringBuilder text = new StringBuilder();
        text.append('\n')
                .append(analytics.totals(period, Grain.SNAPSHOT).summary().broadcastsStarted());
        analytics.languages(period, ALL).rows().forEach(row -> text.append('\n')
                .append(row.language() + " " + row.broadcastsStarted()));
        text.append('\n')
                .append(analytics
                        .category("33", period)
                        .flatMap(CategoryReport::summary)
                        .map(CategoryReport.Summary::broadcastsStarted));
        return text.toString();
    }

    /** All other figures of a period, without names and without the state's own name. */
    private static String figures(Analytics analytics, Period period) {
        Totals totals = analytics.totals(period, Grain.SNAPSHOT);
        StringBuilder text = new StringBuilder();
        text.append(totals.meta().coverage()).append(' ').append(totals.meta().bridged());
        text.append('\n').append(withoutStarts(totals.summary())).append('\n').append(totals.series());
        analytics.channels(period, ALL).rows().forEach(row -> text.append('\n')
                .append(row.rank() + " " + row.channelId() + " " + row.viewerSeconds() + " " + row.peakViewers() + " "
                        + row.airtimeHours()));
        analytics.categories(period, ALL).rows().forEach(row -> text.append('\n')
                .append(row.rank() + " " + row.categoryId() + " " + row.viewerSeconds() + " " + row.peakViewers() + " "
                        + row.uniqueChannels()));
        analytics.languages(period, ALL).rows().forEach(row -> text.append('\n')
                .append(row.rank() + " " + row.language() + " " + row.viewerSeconds() + " " + row.peakViewers() + " "
                        + row.uniqueChannels()));
        return text.toString();
    }

    private static Totals.Summary withoutStarts(Totals.Summary all) {
        return new Totals.Summary(
                all.hoursWatched(),
                all.viewerSeconds(),
                all.peakViewers(),
                all.peakAt(),
                all.averageViewers(),
                all.averageChannels(),
                all.peakChannels(),
                all.uniqueChannels(),
                null,
                all.topShare10(),
                all.topShare100(),
                all.topShare1000(),
                all.viewerYears());
    }

    private static List<LandingRow> repeated(List<LandingRow> rows) {
        List<LandingRow> repeated = new ArrayList<>(rows);
        repeated.addAll(rows);
        return repeated;
    }

    private static List<LandingRow> renamed(List<LandingRow> rows) {
        return rows.stream()
                .map(row -> new LandingRow(
                        row.observedAt(),
                        row.page(),
                        row.position(),
                        row.id(),
                        row.userId(),
                        "new" + row.userLogin(),
                        "New " + row.userName(),
                        row.gameId(),
                        row.gameName().isEmpty() ? "" : "Another " + row.gameName(),
                        row.type(),
                        row.title(),
                        row.tags(),
                        row.viewerCount(),
                        row.startedAt(),
                        row.language(),
                        row.thumbnailUrl(),
                        row.tagIds(),
                        row.isMature(),
                        null,
                        null,
                        null))
                .toList();
    }

    private static List<Period> days(MadeCrawls crawls) {
        Instant first = crawls.whole().from().truncatedTo(ChronoUnit.DAYS);
        return List.of(
                new Period(first, first.plus(1, ChronoUnit.DAYS)),
                new Period(first.plus(1, ChronoUnit.DAYS), first.plus(2, ChronoUnit.DAYS)));
    }

    private static List<Period> hours(Period day) {
        List<Period> hours = new ArrayList<>();
        for (Instant at = day.from(); at.isBefore(day.to()); at = at.plusSeconds(3600)) {
            hours.add(new Period(at, at.plusSeconds(3600)));
        }
        return hours;
    }

    private static long platform(Analytics analytics, Period period) {
        return analytics.totals(period, Grain.HOUR).summary().viewerSeconds();
    }

    private static <T> long sum(Ranking<T> ranking, ToLongFunction<T> figure) {
        return ranking.rows().stream().mapToLong(figure).sum();
    }

    private static Analytics analytics(LakeFixture lake) {
        return new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, NOW);
    }
}
