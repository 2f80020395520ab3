package io.streamgauge.analytics;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.LandingRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Channels' viewers at snapshots, landed in a lake, and a second computation of what each has within a span. */
final class SeenChannels {

    private final LakeFixture lake;
    private final Duration cadence;
    private final TreeMap<Instant, Map<Long, Long>> viewers = new TreeMap<>();

    SeenChannels(LakeFixture lake, Duration cadence) {
        this.lake = lake;
        this.cadence = cadence;
    }

    /** Lands a snapshot of viewers by channel. */
    void land(Instant at, Map<Long, Long> seen) {
        List<LandingRow> rows = seen.entrySet().stream()
                .map(one -> LakeFixture.row(10 * one.getKey(), one.getKey(), "30", one.getValue()))
                .toList();
        lake.land(at, cadence, rows);
        viewers.put(at, seen);
    }

    /** What is published, some time after. */
    View view() {
        return new View(
                lake.ledger,
                lake.ledger.current().orElseThrow(),
                CategoryMetadata.stateIn(lake.store),
                lake.store,
                lake.models,
                lake.duckDb,
                Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
    }

    /** By channel. */
    Map<Long, ChannelSum> sums(Span span) {
        Map<Long, ChannelSum> sums = new HashMap<>();
        viewers.forEach((at, seen) -> {
            Instant next = viewers.higherKey(at);
            Instant longest = at.plus(cadence.multipliedBy(next == null ? 1 : 2));
            Instant until = next == null || next.isAfter(longest) ? longest : next;
            long seconds = Math.min(until.getEpochSecond(), span.to().getEpochSecond())
                    - Math.max(at.getEpochSecond(), span.from().getEpochSecond());
            if (seconds > 0) {
                seen.forEach((channel, count) -> sums.merge(
                        channel, new ChannelSum(channel, count * seconds, seconds, count), ChannelSum::plus));
            }
        });
        return sums;
    }
}
