package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import io.streamgauge.simulator.Faults;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.twitch.TwitchException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Half a day on which everything goes wrong at once, every third crawl with something that does not pass. */
final class StormIT extends FaultyCrawls {

    private static final int CRAWLS = 50;
    private static final long SEED = 24;

    /** The share of the live streams that a snapshot may hold more or less than it says. */
    private static final double TOLERANCE = 0.02;

    private final Random random = new Random(SEED);
    private final NavigableMap<Instant, Map<String, Long>> complete = new TreeMap<>();
    private final Map<Instant, String> partial = new TreeMap<>();
    private int failed;

    @Override
    SimulatorSettings settings() {
        return super.settings().withRateLimit(new RateLimit(100, 100 / 60.0));
    }

    @Test
    void noFigureIsWrongAndEveryShortcomingIsTold() throws InterruptedException {
        for (int crawl = 0; crawl < CRAWLS; crawl++) {
            Faults faults = crawls.twitch.faults();
            faults.storm(SEED + crawl);
            faults.add(Fault.SLOW_REFILL, FaultRule.always());
            if (crawl % 3 == 1) {
                lasting().get(crawl / 3 % lasting().size()).accept(faults);
            }
            take(random.nextBoolean() ? CrawlMode.WALK : CrawlMode.LANGUAGES);
            crawls.pass(SLOT);
        }

        assertHappened(Fault.values());
        assertThat(complete).hasSizeGreaterThan(CRAWLS / 2);
        assertThat(partial).hasSizeGreaterThan(3);
        assertThat(failed).isLessThan(5);
        assertTheTablesSayTheSame();
    }

    /** What does not pass while a crawl lasts. */
    private List<Consumer<Faults>> lasting() {
        FaultRule fromSomeCallOn = FaultRule.always().afterCalls(1 + random.nextInt(10));
        return List.of(
                faults -> faults.add(Fault.EARLY_END, fromSomeCallOn),
                faults -> faults.add(Fault.HALF_CURSOR, fromSomeCallOn),
                faults -> faults.add(Fault.FILTER_IGNORED, FaultRule.always()),
                faults -> faults.add(Fault.REPEATED_CURSOR, fromSomeCallOn),
                faults -> faults.add(Fault.WRAP, FaultRule.always()),
                faults -> faults.add(Fault.EMPTY_500, fromSomeCallOn),
                faults -> faults.add(Fault.NUMBER_AS_TEXT, FaultRule.always().withChance(0.05)),
                faults -> faults.add(Fault.EMPTY_PAGE, fromSomeCallOn),
                faults -> faults.add(Fault.FILTER_EMPTY, FaultRule.always().inLanguage("ru")),
                faults -> {
                    faults.add(Fault.TOKEN_REVOKED, FaultRule.once().afterCalls(8));
                    faults.add(Fault.TOKEN_SERVICE_DOWN, FaultRule.always());
                },
                faults -> faults.add(Fault.INVALID_CURSOR, fromSomeCallOn),
                faults -> faults.add(Fault.RATE_429_EMPTY, FaultRule.always().withChance(0.3)),
                faults -> faults.add(Fault.UNKNOWN_LANGUAGE, FaultRule.always()),
                faults -> faults.add(Fault.WRAP_MID_LIST, fromSomeCallOn),
                faults -> faults.add(Fault.STALL, FaultRule.always().times(2).afterCalls(5)),
                faults -> faults.add(
                        Fault.EARLY_END,
                        FaultRule.always().on(FaultRule.Pages.LATER).afterCalls(12)));
    }

    private void take(CrawlMode mode) throws InterruptedException {
        CrawlRecord crawl;
        try {
            crawl = crawls.crawl(mode);
        } catch (TwitchException e) {
            failed++;
            return;
        }
        Map<String, Long> landed = crawls.landed();
        assertThat(crawls.live()).as("%s", crawl).containsAllEntriesOf(landed);
        if (crawl.complete()) {
            double held = (double) landed.size() / crawls.live().size();
            assertThat(held).as("held by %s", crawl).isCloseTo(heldByItsOwnWords(crawl), within(TOLERANCE));
            complete.put(crawl.snapshotAt(), landed);
        } else {
            assertThat(crawl.reason()).as("%s", crawl).isNotBlank();
            partial.put(crawl.snapshotAt(), crawl.reason());
        }
    }

    /** The listed and the recovered streams in all that it thinks were live; all, where it says nothing. */
    private static double heldByItsOwnWords(CrawlRecord crawl) {
        if (!crawl.knowsCapture()) {
            return 1;
        }
        double held = (double) crawl.capture().listed() + crawl.recovered();
        return held / (held + crawl.capture().missed());
    }

    private void assertTheTablesSayTheSame() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.transform();
            Map<Instant, Map<String, Long>> silver = new TreeMap<>();
            lake.select(
                    "select snapshot_at, stream_id, viewers from silver_stream_updates",
                    List.of("silver_stream_updates"),
                    row -> silver.computeIfAbsent(row.instant("snapshot_at"), any -> new HashMap<>())
                            .put(String.valueOf(row.number("stream_id")), row.number("viewers")));
            assertThat(silver).isEqualTo(complete);

            Instant end = complete.lastKey().plus(SLOT);
            try (LakeAnalytics analytics = new LakeAnalytics(
                    lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(end, ZoneOffset.UTC))) {
                assertThat(analytics
                                .totals(new Period(complete.firstKey(), end), Grain.HOUR)
                                .summary()
                                .viewerSeconds())
                        .isEqualTo(viewerSeconds());
            }
        }
    }

    /** A snapshot holds until the next complete one, for at most two slots. */
    private long viewerSeconds() {
        long viewerSeconds = 0;
        for (Map.Entry<Instant, Map<String, Long>> snapshot : complete.entrySet()) {
            Instant at = snapshot.getKey();
            Instant next = complete.higherKey(at);
            Instant longest = at.plus(SLOT).plus(next == null ? Duration.ZERO : SLOT);
            Instant until = next == null || next.isAfter(longest) ? longest : next;
            long viewers = snapshot.getValue().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            viewerSeconds += viewers * (until.getEpochSecond() - at.getEpochSecond());
        }
        return viewerSeconds;
    }
}
