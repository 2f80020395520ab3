package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Five days of channels that have a hundred viewers on some days and fewer on others, with snapshots missing at midnights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgesTest {

    private static final Instant START = Instant.parse("2026-01-03T00:00:00Z");
    private static final Duration CADENCE = Duration.ofMinutes(150);
    private static final int SNAPSHOTS = 46;
    private static final int CHANNELS = 40;

    @TempDir
    static Path folder;

    private LakeFixture lake;
    private SeenChannels channels;
    private View view;

    @BeforeAll
    void makeTheLake() {
        lake = LakeFixture.in(folder);
        channels = new SeenChannels(lake, CADENCE);
        Random random = new Random(3);
        for (int slot = 0; slot < SNAPSHOTS; slot++) {
            Instant at = START.plus(CADENCE.multipliedBy(slot));
            boolean isMissing = at.atZone(ZoneOffset.UTC).getHour() == 0 || random.nextInt(9) == 0;
            if (slot == 0 || slot == SNAPSHOTS - 1 || !isMissing) {
                observe(at, random);
            }
        }
        lake.transform();
        view = channels.view();
    }

    @AfterAll
    void close() {
        lake.close();
    }

    /** Every third channel is large on every day, another third on every other day, the rest never. */
    private void observe(Instant at, Random random) {
        long day = Duration.between(START, at).toDays();
        Map<Long, Long> seen = new HashMap<>();
        for (long channel = 1; channel <= CHANNELS; channel++) {
            boolean isLarge = channel % 3 == 0 || channel % 3 == 1 && (channel + day) % 2 == 0;
            if (random.nextInt(10) < 7) {
                seen.put(channel, isLarge ? 80 + 40 * channel + random.nextInt(400) : random.nextInt(100));
            }
        }
        channels.land(at, seen);
    }

    @Test
    void sumsUpEachChannelAsASecondComputationDoes() {
        Random random = new Random(8);
        int kept = 0;
        for (int i = 0; i < 60; i++) {
            Span one = within(random, random.nextInt(5), 24);
            Span other = within(random, random.nextInt(5), 24);
            List<Long> some = LongStream.rangeClosed(1, CHANNELS)
                    .filter(channel -> random.nextBoolean())
                    .boxed()
                    .toList();
            Edges edges = new Edges(view);
            kept += edges.isKept(one) ? 1 : 0;
            Map<Long, ChannelSum> expected = channels.sums(one);
            channels.sums(other).forEach((channel, sum) -> expected.merge(channel, sum, ChannelSum::plus));
            expected.keySet().retainAll(some);
            Map<Long, ChannelSum> sums = new HashMap<>();
            edges.sums(List.of(one, other), some).forEach(sum -> sums.merge(sum.channelId(), sum, ChannelSum::plus));

            assertThat(sums).as("%s and %s", one, other).isEqualTo(expected);
        }
        assertThat(kept).isBetween(30, 59);
    }

    @Test
    void findsTheBestWithinADayAndOverMidnight() {
        Random random = new Random(9);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            Span span = within(random, random.nextInt(4), 47);
            for (RankedBy by : RankedBy.values()) {
                List<ChannelSum> expected = channels.sums(span).values().stream()
                        .sorted(ChannelSum.by(by))
                        .toList();
                var best = new LeadingWithin(view).best(span, by, 6);
                told += best.isPresent() ? 1 : 0;
                best.ifPresent(found -> assertThat(found)
                        .as("%s by %s", span, by)
                        .hasSizeGreaterThanOrEqualTo(6)
                        .isEqualTo(expected.subList(0, found.size())));
            }
        }
        assertThat(told).isGreaterThan(60);
    }

    @Test
    void saysNothingWhereSmallChannelsAreAmongTheBest() {
        Span span = new Span(Instant.parse("2026-01-04T03:10:00Z"), Instant.parse("2026-01-04T15:20:30Z"));

        assertThat(new LeadingWithin(view).best(span, RankedBy.HOURS_WATCHED, 35))
                .isEmpty();
        assertThat(new LeadingWithin(view).best(span, RankedBy.AIRTIME_HOURS, 5))
                .isEmpty();
        assertThat(new LeadingWithin(view).best(span, RankedBy.PEAK_VIEWERS, 5)).isPresent();
    }

    /** From some second of a day, for some hours; every fifth from its first moment. */
    private static Span within(Random random, int day, int hours) {
        Instant midnight = START.plus(Duration.ofDays(day));
        Instant from = random.nextInt(5) == 0 ? midnight : midnight.plusSeconds(random.nextInt(86_400));
        Instant latest = hours <= 24 ? midnight.plus(Duration.ofDays(1)) : midnight.plus(Duration.ofDays(2));
        long longest = Duration.between(from, latest).toSeconds() - 1;
        return new Span(from, from.plusSeconds(1 + (long) (random.nextDouble() * longest)));
    }
}
