package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.Reference.Figures;
import io.streamgauge.analytics.Reference.Observation;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Seventy days over four calendar months: few snapshots a day, so that it is quickly made, around midnight above all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongPeriodsTest {

    private static final Instant START = Instant.parse("2026-01-27T00:00:00Z");
    private static final int DAYS = 70;
    private static final List<Duration> TIMES =
            List.of(Duration.ZERO, Duration.ofMinutes(15), Duration.ofHours(13), Duration.ofMinutes(23 * 60 + 45));

    @TempDir
    static Path folder;

    private final Reference reference = new Reference();
    private LakeFixture lake;
    private View view;
    private Analytics analytics;

    @BeforeAll
    void makeTheLake() {
        lake = LakeFixture.in(folder);
        Random random = new Random(3);
        for (int day = 0; day < DAYS; day++) {
            for (Duration time : TIMES) {
                if (random.nextInt(8) > 0) {
                    observe(START.plus(Duration.ofDays(day)).plus(time), day, random);
                }
            }
        }
        lake.transform();
        Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        analytics = new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, clock);
        view = new View(
                lake.ledger,
                lake.ledger.current().orElseThrow(),
                CategoryMetadata.stateIn(lake.store),
                lake.store,
                lake.models,
                lake.duckDb,
                clock);
    }

    @AfterAll
    void close() {
        lake.close();
    }

    @Test
    void ranksChannelsAsASecondComputationDoes() {
        for (Period period : periods()) {
            for (RankedBy by : RankedBy.values()) {
                Ranking<Ranking.Channel> ranking = analytics.channels(period, RankingQuery.top(by, 7));
                List<Map.Entry<Long, Figures>> expected = ranked(period, by);
                assertThat(ranking.rows().stream().map(LongPeriodsTest::text))
                        .as("%s by %s", period, by)
                        .containsExactlyElementsOf(expected.stream()
                                .limit(7)
                                .map(LongPeriodsTest::text)
                                .toList());
                assertThat(ranking.total()).as("%s", period).isEqualTo(expected.size());
                assertThat(ranking.viewerSeconds())
                        .isEqualTo(expected.stream()
                                .mapToLong(entry -> entry.getValue().viewerSeconds())
                                .sum());
            }
        }
    }

    @Test
    void countsBroadcastsAndSharesAsASecondComputationDoes() {
        for (Period period : periods()) {
            Totals.Summary summary = analytics.totals(period, Grain.DAY).summary();
            Map<Long, Figures> channels = reference.by(period, Observation::channel);
            assertThat(summary.topShare10()).as("%s", period).isEqualTo(Reference.topShare(channels, 10));
            assertThat(summary.topShare100()).as("%s", period).isEqualTo(Reference.topShare(channels, 100));
            if (reference.covered(period) == 0) {
                assertThat(summary.broadcastsStarted()).as("%s", period).isNull();
                continue;
            }
            Map<String, Long> languages = reference.starts(period, Observation::language);
            assertThat(summary.broadcastsStarted())
                    .as("%s", period)
                    .isEqualTo(languages.values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            assertThat(new Starts(view, view.measured(period).orElseThrow()).byLanguage())
                    .as("%s", period)
                    .hasValue(languages);
            for (String id : List.of("30", "33")) {
                Map<String, Long> inIt =
                        reference.starts(period, one -> one.category().equals(id) ? one.language() : "elsewhere");
                inIt.remove("elsewhere");
                assertThat(new Starts(view, view.measured(period).orElseThrow()).byLanguage(id))
                        .as("%s in %s", id, period)
                        .hasValue(inIt);
            }
        }
    }

    @Test
    void ranksCategoriesAsASecondComputationDoes() {
        for (Period period : periods()) {
            List<Map.Entry<String, Figures>> expected = Reference.ranked(reference.by(period, Observation::category));
            Meta meta = analytics.totals(period, Grain.DAY).meta();
            Ranking<Ranking.Category> ranking = new GroupRanking(view, 0)
                    .categories(
                            meta, view.measured(period).orElseThrow(), RankingQuery.top(RankedBy.HOURS_WATCHED, 100));
            assertThat(ranking.rows().stream()
                            .map(row -> row.categoryId() + " " + row.viewerSeconds() + " " + row.peakViewers() + " "
                                    + row.peakChannels() + " " + Math.round(row.airtimeHours() * 3600)))
                    .as("%s", period)
                    .containsExactlyElementsOf(expected.stream()
                            .map(entry ->
                                    entry.getKey() + " " + entry.getValue().viewerSeconds() + " "
                                            + entry.getValue().peak() + " "
                                            + entry.getValue().peakChannels() + " "
                                            + entry.getValue().liveSeconds())
                            .toList());
            ranking.rows().stream().filter(row -> row.uniqueChannels() != null).forEach(row -> assertThat(
                            row.uniqueChannels())
                    .as("%s %s", period, row.categoryId())
                    .isEqualTo(reference
                            .by(period, Observation::category)
                            .get(row.categoryId())
                            .channels()
                            .size()));
        }
    }

    @Test
    void placesAChannelAsASecondComputationDoes() {
        int placed = 0;
        for (Period period : periods()) {
            List<Map.Entry<Long, Figures>> ranked = ranked(period, RankedBy.HOURS_WATCHED);
            for (Map.Entry<Long, Figures> entry : ranked) {
                long watched = entry.getValue().viewerSeconds();
                long better = ranked.stream()
                        .filter(other -> other.getValue().viewerSeconds() > watched)
                        .count();
                OptionalLong above =
                        new LeadingChannels(view).above(view.measured(period).orElseThrow(), watched);
                if (above.isPresent()) {
                    placed++;
                    assertThat(above).as("%s %s", period, entry.getKey()).hasValue(better);
                }
            }
        }
        assertThat(placed).isGreaterThan(200);
    }

    /** Some are on air on few days, some across midnight into days that have nothing else of them. */
    @Test
    void sumsUpAChannelAsASecondComputationDoes() {
        for (Period period : List.of(
                new Period(Instant.parse("2026-01-28T00:05:00Z"), Instant.parse("2026-04-01T23:50:00Z")),
                new Period(Instant.parse("2026-02-10T13:10:00Z"), Instant.parse("2026-03-02T00:10:00Z")))) {
            Map<Long, Figures> expected = reference.by(period, Observation::channel);
            for (long id = 1; id <= 31; id++) {
                ChannelReport report =
                        analytics.channel(String.valueOf(id), period).orElse(null);
                Figures figures = expected.get(id);
                assertThat(report == null || report.summary().isEmpty())
                        .as("%s %s", id, period)
                        .isEqualTo(figures == null);
                if (figures != null) {
                    ChannelReport.Summary summary = report.summary().orElseThrow();
                    assertThat(summary.viewerSeconds()).as("%s %s", id, period).isEqualTo(figures.viewerSeconds());
                    assertThat(Math.round(summary.airtimeHours() * 3600)).isEqualTo(figures.liveSeconds());
                    assertThat(summary.peakViewers()).isEqualTo(figures.peak());
                }
            }
        }
    }

    /** Some channels were seen last weeks ago. */
    @Test
    void findsTheNewestNamesAsALookAtAllOfThemDoes() {
        List<Long> ids = LongStream.rangeClosed(1, 31).boxed().toList();
        Map<Long, NewestNames.Name> expected = new HashMap<>();
        Names.channels(view, ids)
                .forEach((id, identity) -> expected.put(id, new NewestNames.Name(identity.login(), identity.name())));

        assertThat(expected).hasSize(30);
        assertThat(view.names().of(ids)).isEqualTo(expected);
        assertThat(view.names().of(ids)).as("remembered").isEqualTo(expected);
    }

    @Test
    void looksAtTheLargestChannelsAloneWhereTheBoundsExcludeTheRest() {
        Span weeks = span("2026-01-30T10:07:00Z", "2026-03-20T18:31:00Z");

        assertThat(new LeadingChannels(view).best(weeks, RankedBy.PEAK_VIEWERS, 5))
                .isPresent();
        assertThat(new LeadingChannels(view).best(weeks, RankedBy.AVERAGE_VIEWERS, 5))
                .isPresent();
        assertThat(new LeadingChannels(view).best(weeks, RankedBy.HOURS_WATCHED, 3))
                .isPresent();
    }

    @Test
    void countsEverybodyWhereTheBoundsDoNotExcludeTheRest() {
        Span weeks = span("2026-01-30T10:07:00Z", "2026-03-20T18:31:00Z");

        assertThat(new LeadingChannels(view).best(weeks, RankedBy.AIRTIME_HOURS, 5))
                .isEmpty();
        assertThat(new LeadingChannels(view).best(weeks, RankedBy.PEAK_VIEWERS, 30))
                .isEmpty();
        Ranking<Ranking.Channel> all =
                analytics.channels(new Period(weeks.from(), weeks.to()), RankingQuery.top(RankedBy.PEAK_VIEWERS, 100));
        assertThat(all.rows()).hasSize((int) all.total());
    }

    @Test
    void keepsWhatItSaysOfPeriodsThatHaveNames() {
        for (PeriodName name : PeriodName.values()) {
            List<Period> named = new ArrayList<>(List.of(analytics.period(name, Optional.empty())));
            if (!name.isRolling()) {
                named.add(analytics.period(name, Optional.of(Instant.parse("2026-02-16T13:20:00Z"))));
            }
            for (Period period : named) {
                Map<Long, Figures> channels = reference.by(period, Observation::channel);
                if (name == PeriodName.MONTH) {
                    continue;
                }
                StoredPeriods.Kept kept = StoredPeriods.of(view, period.from(), period.to())
                        .orElseThrow(() -> new AssertionError(name + " " + period + " is not kept"));
                assertThat(kept.channels()).as("%s", period).isEqualTo(channels.size());
                assertThat(kept.viewerSeconds())
                        .isEqualTo(channels.values().stream()
                                .mapToLong(Figures::viewerSeconds)
                                .sum());
                assertThat(kept.coveredSeconds()).isEqualTo(reference.covered(period));
            }
        }
    }

    /** Calendar periods, windows, and any others: over months, within a month, within days, until now. */
    private List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (PeriodName name : PeriodName.values()) {
            periods.add(analytics.period(name, Optional.empty()));
            if (!name.isRolling()) {
                periods.add(analytics.period(name, Optional.of(Instant.parse("2026-02-28T23:50:00Z"))));
                periods.add(analytics.period(name, Optional.of(Instant.parse("2026-03-03T00:10:00Z"))));
            }
        }
        Random random = new Random(17);
        long seconds = Duration.ofDays(DAYS).toSeconds();
        while (periods.size() < 45) {
            Instant from = START.plusSeconds((long) (random.nextDouble() * seconds));
            long length = 1
                    + (long) (random.nextDouble()
                            * Duration.ofDays(random.nextInt(60) + 1).toSeconds());
            periods.add(new Period(from, from.plusSeconds(length)));
        }
        return periods;
    }

    private void observe(Instant at, int day, Random random) {
        List<Observation> seen = new ArrayList<>();
        for (int channel = 1; channel <= 30; channel++) {
            boolean comesOften = channel % 3 == 0 || (day / 9 + channel) % 4 == 0;
            if (!comesOften || random.nextInt(4) == 0) {
                continue;
            }
            int first = channel % 5 == 0 ? day - day % 2 : day;
            long usual = channel <= 12 ? 40_000L / channel : channel <= 20 ? 95 + channel % 5 * 3 : channel % 3;
            seen.add(new Observation(
                    channel,
                    channel * 1000L + first,
                    String.valueOf(30 + random.nextInt(5)),
                    random.nextBoolean() ? "en" : "de",
                    usual - (channel % 2 == 0 ? 0 : random.nextInt((int) usual / 3 + 1)),
                    START.plusSeconds(86_400L * first + (channel % 8 - 2) * 5023L)
                            .getEpochSecond()));
        }
        lake.land(at, true, seen.stream().map(LongPeriodsTest::row).toList());
        reference.observe(at, seen);
    }

    private static LandingRow row(Observation one) {
        return MadeCrawls.inLanguage(
                LakeFixture.row(one.broadcast(), one.channel(), one.category(), one.viewers()),
                one.language(),
                MadeCrawls.text(one.startedAt()));
    }

    private List<Map.Entry<Long, Figures>> ranked(Period period, RankedBy by) {
        return reference.by(period, Observation::channel).entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Long, Figures> entry) -> -metric(entry.getValue(), by))
                        .thenComparingLong(entry -> -entry.getValue().peak())
                        .thenComparingLong(Map.Entry::getKey))
                .toList();
    }

    private static double metric(Figures figures, RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED -> figures.viewerSeconds();
            case PEAK_VIEWERS -> figures.peak();
            case AVERAGE_VIEWERS -> (double) figures.viewerSeconds() / figures.liveSeconds();
            case AIRTIME_HOURS -> figures.liveSeconds();
        };
    }

    private static String text(Map.Entry<Long, Figures> entry) {
        Figures figures = entry.getValue();
        return entry.getKey() + " " + figures.viewerSeconds() + " " + figures.peak() + " " + figures.liveSeconds();
    }

    private static String text(Ranking.Channel row) {
        return row.channelId() + " " + row.viewerSeconds() + " " + row.peakViewers() + " "
                + Math.round(row.airtimeHours() * 3600);
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
