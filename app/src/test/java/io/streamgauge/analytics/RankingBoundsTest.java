package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seventy-five days that are covered nearly whole, by a snapshot every twelve hours: large channels, small ones that are on air
 * day and night, some that are large in February and hardly seen in any other month, and some that are large now and then.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankingBoundsTest {

    private static final Instant START = Instant.parse("2026-01-25T00:00:00Z");
    private static final Duration CADENCE = Duration.ofHours(12);
    private static final int SNAPSHOTS = 2 * 75 - 1;

    @TempDir
    static Path folder;

    private LakeFixture lake;
    private SeenChannels channels;
    private View view;

    @BeforeAll
    void makeTheLake() {
        lake = LakeFixture.in(folder);
        channels = new SeenChannels(lake, CADENCE);
        Random random = new Random(11);
        for (int slot = 0; slot < SNAPSHOTS; slot++) {
            if (slot == SNAPSHOTS - 1 || random.nextInt(15) > 0) {
                observe(START.plus(CADENCE.multipliedBy(slot)), random);
            }
        }
        lake.transform();
        view = channels.view();
    }

    @AfterAll
    void close() {
        lake.close();
    }

    private void observe(Instant at, Random random) {
        boolean february = LocalDate.ofInstant(at, ZoneOffset.UTC).getMonthValue() == 2;
        Map<Long, Long> seen = new HashMap<>();
        for (long channel = 1; channel <= 76; channel++) {
            int twentieths = channel <= 4 ? 20 : channel <= 40 ? 19 - (int) channel % 5 : 1;
            long usual = channel <= 4 ? 4000 : channel <= 15 ? 9000 / channel : channel <= 40 ? channel % 9 : 60;
            if (channel > 40 && channel <= 46) {
                twentieths = february ? 20 : 2;
                usual = february ? 30_000 : 50;
            }
            if (channel > 70) {
                twentieths = 6;
                usual = random.nextInt(10) == 0 ? 1500 : 30;
            }
            if (random.nextInt(20) < twentieths) {
                seen.put(channel, channel <= 4 ? usual : usual + random.nextInt((int) usual / 3 + 1));
            }
        }
        channels.land(at, seen);
    }

    @Test
    void ranksAsASecondComputationDoes() {
        Map<RankedBy, Integer> told = new EnumMap<>(RankedBy.class);
        for (Span span : spans()) {
            for (RankedBy by : RankedBy.values()) {
                List<ChannelSum> expected = expected(span, by);
                Meta meta = meta(span);
                assertThat(new ChannelRanking(view)
                                .rows(meta, span, RankingQuery.top(by, 8)).rows().stream()
                                        .map(row -> row.channelId() + " " + row.viewerSeconds() + " "
                                                + row.peakViewers() + " " + Math.round(row.airtimeHours() * 3600)))
                        .as("%s by %s", span, by)
                        .containsExactlyElementsOf(expected.stream()
                                .limit(8)
                                .map(sum -> sum.channelId() + " " + sum.viewerSeconds() + " " + sum.peakViewers() + " "
                                        + sum.liveSeconds())
                                .toList());
                new LeadingChannels(view).best(span, by, 8).ifPresent(best -> {
                    told.merge(by, 1, Integer::sum);
                    assertThat(best).as("%s by %s", span, by).isEqualTo(expected.subList(0, best.size()));
                });
            }
        }
        assertThat(told.values()).as("%s", told).hasSize(4).allMatch(count -> count > 4);
    }

    @Test
    void countsThoseAboveAsASecondComputationDoes() {
        int told = 0;
        for (Span span : spans()) {
            List<ChannelSum> all = expected(span, RankedBy.HOURS_WATCHED);
            for (ChannelSum one : all.subList(0, Math.min(8, all.size()))) {
                var above = new LeadingChannels(view).above(span, one.viewerSeconds());
                if (above.isPresent()) {
                    told++;
                    assertThat(above)
                            .as("%s %s", span, one)
                            .hasValue(all.stream()
                                    .filter(other -> other.viewerSeconds() > one.viewerSeconds())
                                    .count());
                }
            }
        }
        assertThat(told).isGreaterThan(40);
    }

    /** They are hardly seen in March, and among the most watched of both months together. */
    @Test
    void addsMonthsInWhichACandidateIsInNoTier() {
        Span wholeMonths = span("2026-01-25T03:00:00Z", "2026-04-04T05:20:00Z");
        Span partOfMarch = span("2026-02-03T00:00:00Z", "2026-03-29T11:00:00Z");
        for (Span span : List.of(wholeMonths, partOfMarch)) {
            assertThat(new LeadingChannels(view).best(span, RankedBy.HOURS_WATCHED, 6))
                    .as("%s", span)
                    .hasValue(expected(span, RankedBy.HOURS_WATCHED).subList(0, 6))
                    .hasValueSatisfying(best ->
                            assertThat(best).extracting(ChannelSum::channelId).contains(41L, 46L));
        }
    }

    /** Some of those that come next never had 1000 viewers, nor were they on air for four fifths of a month. */
    @Test
    void ranksThoseWhoComeAfterTheLargest() {
        Span march = span("2026-03-01T00:00:00Z", "2026-04-01T05:00:00Z");
        Span months = span("2026-02-01T00:00:00Z", "2026-04-01T05:00:00Z");
        for (RankedBy by : RankedBy.values()) {
            Span span = by == RankedBy.AIRTIME_HOURS ? months : march;
            int places = by == RankedBy.AIRTIME_HOURS ? 36 : 15;
            assertThat(new LeadingChannels(view).best(span, by, places))
                    .as("by %s", by)
                    .hasValueSatisfying(best -> assertThat(best)
                            .hasSizeGreaterThanOrEqualTo(places)
                            .isEqualTo(expected(span, by).subList(0, best.size())));
        }
    }

    @Test
    void looksAtLargeChannelsAloneWhereEnoughOfThemAreAlwaysOnAir() {
        Span hours = span("2026-03-05T01:10:00Z", "2026-03-05T15:30:00Z");
        List<ChannelSum> expected = expected(hours, RankedBy.AIRTIME_HOURS);

        assertThat(new LeadingChannels(view).best(hours, RankedBy.AIRTIME_HOURS, 4))
                .isEmpty();
        assertThat(new AlwaysOnAir(view).best(meta(hours), hours, 4))
                .hasValueSatisfying(
                        best -> assertThat(best).hasSizeBetween(4, 20).isEqualTo(expected.subList(0, best.size())));
    }

    @Test
    void countsEverybodyWhereTooFewLargeChannelsAreAlwaysOnAir() {
        Span hours = span("2026-03-05T01:10:00Z", "2026-03-05T15:30:00Z");

        assertThat(new AlwaysOnAir(view).best(meta(hours), hours, 20)).isEmpty();
        assertThat(new ChannelRanking(view)
                        .rows(meta(hours), hours, RankingQuery.top(RankedBy.AIRTIME_HOURS, 30)).rows().stream()
                                .map(row -> Long.valueOf(row.channelId())))
                .containsExactlyElementsOf(expected(hours, RankedBy.AIRTIME_HOURS).stream()
                        .limit(30)
                        .map(ChannelSum::channelId)
                        .toList());
    }

    /** Until now and before, from the first of a month, between whole hours and to the minute. */
    private List<Span> spans() {
        Instant now = view.end();
        List<Span> spans = new ArrayList<>(List.of(
                new Span(Instant.parse("2026-04-01T00:00:00Z"), now),
                new Span(Instant.parse("2026-03-01T00:00:00Z"), now),
                new Span(Instant.parse("2026-03-20T17:45:00Z"), now),
                new Span(now.minus(Duration.ofDays(7)), now),
                new Span(now.minus(Duration.ofDays(1)), now),
                new Span(Instant.parse("2026-03-28T00:00:00Z"), now.minus(Duration.ofHours(2))),
                span("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"),
                span("2026-02-01T05:00:00Z", "2026-02-27T22:00:00Z"),
                span("2026-02-03T11:10:00Z", "2026-02-26T07:00:00Z")));
        Random random = new Random(5);
        long minutes = Duration.between(START, now).toMinutes();
        while (spans.size() < 18) {
            Instant from = START.plus(Duration.ofMinutes((long) (random.nextDouble() * minutes)));
            Instant to = from.plus(Duration.ofMinutes((long) (random.nextDouble() * minutes)));
            if (to.isBefore(now)) {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }

    private Meta meta(Span span) {
        return new PlatformFigures(view).meta(new Period(span.from(), span.to()));
    }

    private List<ChannelSum> expected(Span span, RankedBy by) {
        return channels.sums(span).values().stream().sorted(ChannelSum.by(by)).toList();
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
