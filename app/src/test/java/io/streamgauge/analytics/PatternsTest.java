package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.Reference.Figures;
import io.streamgauge.analytics.Reference.Observation;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Records, ranks by day and curves over nine days in two weeks, against a second computation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PatternsTest {

    /** A Thursday; the Monday after begins another week of the calendar. */
    private static final Instant START = Instant.parse("2026-01-08T00:00:00Z");

    private static final int DAYS = 9;
    private static final int SLOTS_A_DAY = 12;
    private static final Instant LAST = START.plus(DAYS - 1, ChronoUnit.DAYS).plusSeconds(7200L * (SLOTS_A_DAY - 1));

    @TempDir
    static Path folder;

    private final Reference reference = new Reference();
    private final List<Instant> times = new ArrayList<>();
    private LakeFixture lake;
    private Analytics analytics;

    @BeforeAll
    void land() {
        lake = LakeFixture.in(folder);
        Random random = new Random(8);
        for (int slot = 0; slot < DAYS * SLOTS_A_DAY; slot++) {
            if (slot / SLOTS_A_DAY == 5) {
                continue;
            }
            Instant at = START.plusSeconds(7200L * slot);
            List<Observation> seen = new ArrayList<>();
            for (long channel = 1; channel <= 6; channel++) {
                if (random.nextInt(3) > 0 && (channel != 6 || slot / SLOTS_A_DAY == 2)) {
                    String category = random.nextInt(2) == 0 ? "33" : "44";
                    seen.add(new Observation(channel, channel * 100, category, "en", random.nextInt(90), null));
                }
            }
            reference.observe(at, seen);
            times.add(at);
            lake.land(at, seen.stream().map(PatternsTest::row).toArray(LandingRow[]::new));
        }
        lake.transform();
        analytics = new LakeAnalytics(
                lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(LAST.plusSeconds(900), ZoneOffset.UTC));
    }

    @AfterAll
    void close() {
        lake.close();
    }

    private static LandingRow row(Observation one) {
        return LakeFixture.row(one.broadcast(), one.channel(), one.category(), one.viewers());
    }

    @Test
    void findsTheHighestOfAllTime() {
        Records records = analytics.records();

        assertThat(records.meta().from()).isEqualTo(START);
        assertThat(records.meta().to()).isEqualTo(LAST.plusSeconds(900));
        assertThat(records.peaks().stream().map(Records.Peak::kind).distinct()).containsExactly(Records.Kind.values());
        expect(records, Records.Kind.PLATFORM_VIEWERS, null, one -> "all", Figures::peak);
        expect(records, Records.Kind.PLATFORM_CHANNELS, null, one -> "all", Figures::peakChannels);
        Records.Peak channel = first(records, Records.Kind.CHANNEL_VIEWERS);
        long highest = figures(one -> one.channel(), Figures::peak);
        assertThat(channel.value()).isEqualTo(highest);
        expect(records, Records.Kind.CHANNEL_VIEWERS, channel.id(), one -> "" + one.channel(), Figures::peak);
        Records.Peak category = first(records, Records.Kind.CATEGORY_VIEWERS);
        assertThat(category.value()).isEqualTo(figures(Observation::category, Figures::peak));
        assertThat(category.name()).isEqualTo("Category " + category.id());
        expect(records, Records.Kind.CATEGORY_VIEWERS, category.id(), Observation::category, Figures::peak);
    }

    private static Records.Peak first(Records records, Records.Kind kind) {
        return records.peaks().stream()
                .filter(peak -> peak.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private <K> long figures(Function<Observation, K> key, Function<Figures, Long> figure) {
        return reference.by(new Period(START, LAST.plusSeconds(900)), key).values().stream()
                .mapToLong(figure::apply)
                .max()
                .orElseThrow();
    }

    /** The value, the first time that shows it, and how much of that day was measured. */
    private void expect(
            Records records,
            Records.Kind kind,
            String id,
            Function<Observation, String> key,
            Function<Figures, Long> figure) {
        Records.Peak peak = first(records, kind);
        String sought = id == null ? "all" : id;
        Instant found = times.stream()
                .filter(at -> Optional.ofNullable(reference
                                .by(new Period(at, at.plusSeconds(1)), key)
                                .get(sought))
                        .map(figure)
                        .filter(value -> value == peak.value())
                        .isPresent())
                .findFirst()
                .orElseThrow();
        long all = reference.by(new Period(START, LAST.plusSeconds(900)), key).values().stream()
                .mapToLong(figure::apply)
                .max()
                .orElseThrow();
        assertThat(peak.value()).as("%s", kind).isEqualTo(all);
        assertThat(peak.at()).as("%s", kind).isEqualTo(found);
        assertThat(peak.id()).isEqualTo(id);
        Instant day = found.truncatedTo(ChronoUnit.DAYS);
        Instant end = day.plus(1, ChronoUnit.DAYS);
        Period passed = new Period(day, end.isBefore(LAST.plusSeconds(900)) ? end : LAST.plusSeconds(900));
        assertThat(peak.coverage()).isEqualTo((double) reference.covered(passed) / passed.seconds());
    }

    @Test
    void ranksByDay() {
        Period period = new Period(START.plusSeconds(4000), LAST.plusSeconds(900));
        for (long channel = 1; channel <= 6; channel++) {
            RankHistory history =
                    analytics.ranks(new About.Channel("" + channel), period).orElseThrow();
            assertThat(history.days()).hasSize(DAYS - 1);
            for (RankHistory.Day day : history.days()) {
                expectRank(day, channel, Observation::channel);
            }
        }
        for (RankHistory.Day day :
                analytics.ranks(new About.Category("44"), period).orElseThrow().days()) {
            expectRank(day, "44", Observation::category);
        }
        assertThat(analytics.ranks(new About.Channel("nobody"), period)).isEmpty();
        assertThat(analytics.ranks(new About.Category("1"), period)).isEmpty();
    }

    private <K> void expectRank(RankHistory.Day day, K key, Function<Observation, K> of) {
        Map<K, Figures> figures = reference.by(new Period(day.from(), day.to()), of);
        Figures own = figures.get(key);
        if (own == null) {
            assertThat(day.rank()).isNull();
            return;
        }
        long above = figures.values().stream()
                .filter(other -> other.viewerSeconds() > own.viewerSeconds())
                .count();
        assertThat(day.rank()).as("%s", day).isEqualTo(above + 1);
        assertThat(day.hoursWatched()).isEqualTo(own.viewerSeconds() / 3600.0);
    }

    @Test
    void drawsCurvesOfWhatIsRanked() {
        RankingQuery all = RankingQuery.top(RankedBy.HOURS_WATCHED, 10);
        Period days = new Period(START.plusSeconds(4000), LAST.plusSeconds(900));
        Period hours = new Period(START.plusSeconds(86_000), START.plusSeconds(150_000));
        RankingQuery narrowed = new RankingQuery(RankedBy.HOURS_WATCHED, 10, 0, Optional.of("en"), Optional.of("44"));
        for (Period period : List.of(days, hours)) {
            expectCurves(analytics.channelCurves(period, all), one -> "" + one.channel());
            expectCurves(
                    analytics.channelCurves(period, narrowed),
                    one -> one.category().equals("44") ? "" + one.channel() : null);
            expectCurves(analytics.categoryCurves(period, all), Observation::category);
        }
        assertThat(analytics.channelCurves(days, all).rows())
                .extracting(Curves.Row::id)
                .containsExactlyElementsOf(analytics.channels(days, all).rows().stream()
                        .map(Ranking.Channel::channelId)
                        .toList());
        assertThat(analytics.categoryCurves(days, narrowed).rows()).isEmpty();
    }

    private void expectCurves(Curves curves, Function<Observation, String> key) {
        long seconds = curves.grain().equals("hour") ? 3600 : 86_400;
        assertThat(curves.rows()).isNotEmpty();
        for (int step = 0; step < curves.at().size(); step++) {
            Instant at = curves.at().get(step);
            Period period = new Period(at, at.plusSeconds(seconds));
            Map<String, Figures> figures = reference.by(period, key);
            boolean isKnown = reference.covered(period) > 0;
            for (Curves.Row row : curves.rows()) {
                Figures own = figures.get(row.id());
                Double expected = isKnown ? Double.valueOf((own == null ? 0 : own.viewerSeconds()) / 3600.0) : null;
                assertThat(row.hoursWatched().get(step))
                        .as("%s at %s", row.id(), at)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void tellsWhoRose() {
        RankingQuery two = RankingQuery.top(RankedBy.HOURS_WATCHED, 2);
        RankingQuery all = RankingQuery.top(RankedBy.HOURS_WATCHED, 1000);
        Period now = new Period(START.plusSeconds(86_400), START.plusSeconds(172_800));
        Ranking<Ranking.Channel> largest = analytics.channels(now, all);
        Rising known = Rising.ofChannels(largest, analytics.channels(now.before(), all), 10);
        Ranking<Ranking.Channel> fewBefore = analytics.channels(now.before(), two);
        Rising partly = Rising.ofChannels(largest, fewBefore, 10);

        assertThat(known.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.gain()).isPositive().isEqualTo(row.hoursWatched() - row.hoursBefore());
        });
        assertThat(known.rows()).extracting(Rising.Row::gain).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        double second = fewBefore.rows().get(1).hoursWatched();
        assertThat(partly.rows()).filteredOn(row -> row.hoursBefore() == null).allSatisfy(row -> assertThat(row.gain())
                .isEqualTo(row.hoursWatched() - second));
        Period unknown = new Period(START.minusSeconds(86_400), START);
        assertThat(Rising.ofChannels(largest, analytics.channels(unknown, all), 10)
                        .rows())
                .isEmpty();
    }
}
