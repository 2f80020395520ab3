package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.Reference.Figures;
import io.streamgauge.analytics.Reference.Observation;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.LandingRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours of the week against a second computation, where clocks change and where hours are not those of UTC. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HoursOfWeekTest {

    /** The night in which Europe's clocks are set forward, and the same weekday a week later. */
    private static final List<Instant> STARTS =
            List.of(Instant.parse("2026-03-28T21:00:00Z"), Instant.parse("2026-04-04T21:00:00Z"));

    private static final Instant NOW = Instant.parse("2026-04-05T08:00:00Z");
    private static final Period WHOLE = new Period(Instant.parse("2026-03-28T20:00:00Z"), NOW);
    private static final Period ODD =
            new Period(Instant.parse("2026-03-28T22:17:05Z"), Instant.parse("2026-04-05T01:40:00Z"));
    private static final int SLOTS = 36;
    private static final int CHANNELS = 14;

    @TempDir
    static Path folder;

    private final Reference reference = new Reference();
    private LakeFixture lake;
    private Analytics analytics;

    @BeforeAll
    void land() {
        lake = LakeFixture.in(folder);
        Random random = new Random(5);
        for (Instant start : STARTS) {
            for (int slot = 0; slot < SLOTS; slot++) {
                if (random.nextInt(8) == 0 || slot > 10 && slot < 15) {
                    continue;
                }
                Instant at = start.plusSeconds(900L * slot + (random.nextInt(5) == 0 ? random.nextInt(600) : 0));
                List<Observation> seen = seen(random);
                reference.observe(at, seen);
                lake.land(at, seen.stream().map(HoursOfWeekTest::row).toArray(LandingRow[]::new));
            }
        }
        lake.transform();
        analytics =
                new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    void close() {
        lake.close();
    }

    private static List<Observation> seen(Random random) {
        List<Observation> seen = new ArrayList<>();
        for (long channel = 1; channel <= CHANNELS; channel++) {
            if (random.nextInt(4) > 0) {
                String category = channel == 3 ? "" : random.nextInt(6) == 0 ? "44" : "33";
                seen.add(new Observation(channel, channel * 100, category, "en", random.nextInt(50), null));
            }
        }
        return seen;
    }

    private static LandingRow row(Observation one) {
        return LakeFixture.row(one.broadcast(), one.channel(), one.category(), one.viewers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"})
    void agreesWithTheReference(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        for (Period period : List.of(WHOLE, ODD)) {
            HoursOfWeek platform = answer(new About.Platform(), period, zone);
            assertThat(platform.zone()).isEqualTo(zoneName);
            assertThat(platform.hours()).hasSize(168);
            for (HoursOfWeek.Hour hour : platform.hours()) {
                Expected expected = expected(period, zone, hour, one -> true);
                assertThat(hour.coverage()).as("%s", hour).isEqualTo(expected.coverage());
                assertThat(hour.averageViewers()).as("%s", hour).isEqualTo(expected.over(expected.covered));
                assertThat(hour.averageChannels()).isEqualTo(expected.channels());
            }
            for (HoursOfWeek.Hour hour :
                    answer(new About.Category(""), period, zone).hours()) {
                Expected expected =
                        expected(period, zone, hour, one -> one.category().isEmpty());
                assertThat(hour.averageViewers()).as("%s", hour).isEqualTo(expected.over(expected.covered));
                assertThat(hour.averageChannels()).isEqualTo(expected.channels());
            }
            for (HoursOfWeek.Hour hour :
                    answer(new About.Channel("login7"), period, zone).hours()) {
                Expected expected = expected(period, zone, hour, one -> one.channel() == 7);
                assertThat(hour.coverage()).as("%s", hour).isEqualTo(expected.coverage());
                assertThat(hour.averageViewers()).as("%s", hour).isEqualTo(expected.over(expected.live));
                assertThat(hour.onAir()).as("%s", hour).isEqualTo(expected.channels());
            }
        }
    }

    @Test
    void tellsWhatItTakesToStandAmongTheFirst() {
        for (HoursOfWeek.Hour hour : answer(new About.Category("33"), ODD, ZoneId.of("Europe/Berlin"))
                .hours()) {
            long covered = 0;
            long entry = 0;
            for (Period quarter : quarters(ODD)) {
                ZonedDateTime local = quarter.from().atZone(ZoneId.of("Europe/Berlin"));
                if (local.getDayOfWeek().getValue() == hour.weekday() && local.getHour() == hour.hour()) {
                    covered += reference.covered(quarter);
                    entry += reference.placeSeconds(quarter, "33", 8);
                }
            }
            assertThat(hour.entry8())
                    .as("%s", hour)
                    .isEqualTo(covered == 0 ? null : (Double) ((double) entry / covered));
            assertThat(hour.entry30()).isEqualTo(covered == 0 ? null : (Double) 0.0);
        }
        assertThat(lake.select(
                        "select count(*) as found, count(distinct place_8_viewers) as values from gold_entry_lines"
                                + " where category_id = '33' and place_30_viewers is null",
                        List.of("gold_entry_lines"),
                        row -> row.number("found") > 20 && row.number("values") > 5))
                .containsExactly(true);
    }

    @Test
    void knowsNothingOfWhatWasNeverSeen() {
        assertThat(analytics.hoursOfWeek(new About.Channel("nobody"), WHOLE, ZoneOffset.UTC))
                .isEmpty();
        assertThat(analytics.hoursOfWeek(new About.Category("1"), WHOLE, ZoneOffset.UTC))
                .isEmpty();
    }

    private HoursOfWeek answer(About about, Period period, ZoneId zone) {
        return analytics.hoursOfWeek(about, period, zone).orElseThrow();
    }

    private record Expected(long length, long covered, long watched, long live) {

        double coverage() {
            return length == 0 ? 0 : (double) covered / length;
        }

        Double over(long seconds) {
            return seconds == 0 ? null : (double) watched / seconds;
        }

        Double channels() {
            return covered == 0 ? null : (double) live / covered;
        }
    }

    /** By quarters of an hour, since every zone's hours begin at one. */
    private Expected expected(Period period, ZoneId zone, HoursOfWeek.Hour hour, Predicate<Observation> counts) {
        long length = 0;
        long covered = 0;
        long watched = 0;
        long live = 0;
        for (Period quarter : quarters(period)) {
            ZonedDateTime local = quarter.from().atZone(zone);
            if (local.getDayOfWeek().getValue() == hour.weekday() && local.getHour() == hour.hour()) {
                Map<String, Figures> figures = reference.by(quarter, one -> counts.test(one) ? "it" : null);
                Figures it = figures.getOrDefault("it", new Figures(0, 0, 0, Set.of(), 0));
                length += quarter.seconds();
                covered += reference.covered(quarter);
                watched += it.viewerSeconds();
                live += it.liveSeconds();
            }
        }
        return new Expected(length, covered, watched, live);
    }

    private static List<Period> quarters(Period period) {
        List<Period> quarters = new ArrayList<>();
        long at = period.from().getEpochSecond();
        while (at < period.to().getEpochSecond()) {
            long next = Math.min((at / 900 + 1) * 900, period.to().getEpochSecond());
            quarters.add(new Period(Instant.ofEpochSecond(at), Instant.ofEpochSecond(next)));
            at = next;
        }
        return quarters;
    }
}
