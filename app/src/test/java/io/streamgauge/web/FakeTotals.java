package io.streamgauge.web;

import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Sums made-up viewers as the metric standard says. */
final class FakeTotals {

    private FakeTotals() {}

    static Totals of(
            Meta meta, Period period, Grain grain, List<FakeSteps.Reach> reaches, ToLongFunction<Instant> viewers) {
        return new Totals(meta, summary(reaches, viewers), series(grain, period, reaches, viewers));
    }

    private static Totals.Summary summary(List<FakeSteps.Reach> reaches, ToLongFunction<Instant> viewers) {
        long viewerSeconds = 0;
        long seconds = 0;
        Long peak = null;
        Instant peakAt = null;
        for (FakeSteps.Reach reach : reaches) {
            long seen = viewers.applyAsLong(reach.snapshot());
            viewerSeconds += seen * reach.seconds();
            seconds += reach.seconds();
            if (peak == null || seen > peak) {
                peak = seen;
                peakAt = reach.snapshot();
            }
        }
        boolean isKnown = seconds > 0;
        return new Totals.Summary(
                viewerSeconds / 3600.0,
                viewerSeconds,
                peak,
                peakAt,
                isKnown ? (double) viewerSeconds / seconds : null,
                isKnown ? 97_204.5 : null,
                isKnown ? 124_311L : null,
                isKnown ? 612_004 : 0,
                isKnown ? 31_207L : null,
                isKnown ? 0.061 : null,
                isKnown ? 0.21 : null,
                isKnown ? 0.47 : null,
                Totals.Summary.years(viewerSeconds / 3600.0));
    }

    private static List<Totals.Point> series(
            Grain grain, Period period, List<FakeSteps.Reach> reaches, ToLongFunction<Instant> viewers) {
        if (grain == Grain.SNAPSHOT) {
            return reaches.stream()
                    .map(reach -> point(
                            reach.at(), reach.bridgedFrom(), reach.until(), viewers.applyAsLong(reach.snapshot())))
                    .toList();
        }
        long length = grain == Grain.HOUR ? 3600 : 86_400;
        Map<Long, List<FakeSteps.Reach>> slots = new TreeMap<>();
        for (FakeSteps.Reach reach : reaches) {
            slots.computeIfAbsent(Math.floorDiv(reach.at().getEpochSecond(), length), slot -> new ArrayList<>())
                    .add(reach);
        }
        List<Totals.Point> points = new ArrayList<>();
        slots.forEach((slot, held) -> {
            double average = held.stream()
                    .mapToLong(reach -> viewers.applyAsLong(reach.snapshot()))
                    .average()
                    .orElse(0);
            Instant start = Instant.ofEpochSecond(slot * length);
            Instant end = start.plusSeconds(length);
            points.add(point(
                    start.isBefore(period.from()) ? period.from() : start,
                    null,
                    end.isAfter(period.to()) ? period.to() : end,
                    average));
        });
        return points;
    }

    private static Totals.Point point(Instant at, Instant bridgedFrom, Instant until, double viewers) {
        return new Totals.Point(at, bridgedFrom, until, viewers, Math.round(viewers / 23.7), 1_204);
    }
}
