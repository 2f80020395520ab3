package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A line of ranks, in steps of equal ratios: from 1 to 2 is as far as from 50 to 100. */
final class RankLine {

    private static final long[] MARKS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000
    };

    /** So that a rank of one alone has room below it. */
    private static final long LEAST_LOWEST = 3;

    private final List<Step> steps;
    private final long lowest;

    /** @param steps the earliest first */
    RankLine(List<Step> steps) {
        this.steps = steps;
        this.lowest = Math.max(
                LEAST_LOWEST,
                steps.stream()
                        .map(Step::rank)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }

    /** @param rank null where there is none */
    record Step(Instant from, Instant to, Long rank) {}

    /** From the first step to the last one. */
    Period period() {
        return new Period(steps.get(0).from(), steps.get(steps.size() - 1).to());
    }

    List<Chart.Tick> ticks() {
        List<Chart.Tick> ticks = new ArrayList<>();
        for (long mark : MARKS) {
            if (mark <= lowest) {
                ticks.add(new Chart.Tick(Plot.percent(height(mark)), Numbers.axis(mark), false));
            }
        }
        return ticks;
    }

    String path(Plot plot) {
        StringBuilder path = new StringBuilder();
        Step before = null;
        for (Step step : steps) {
            if (step.rank() != null) {
                boolean joins =
                        before != null && before.rank() != null && before.to().equals(step.from());
                String y = Plot.digits(height(step.rank()), 1);
                path.append(joins ? "V" + y : "M" + plot.x(step.from()) + " " + y)
                        .append('H')
                        .append(plot.x(step.to()));
            }
            before = step;
        }
        return path.toString();
    }

    private double height(long rank) {
        return 100 * Math.log(rank) / Math.log(lowest);
    }
}
