package io.streamgauge.web.page;

import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankHistory;
import io.streamgauge.analytics.RankHistory.Day;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Draws ranks over days, in steps of equal ratios: from 1 to 2 is as far as from 50 to 100. */
public final class RankCharts {

    private static final long[] MARKS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000
    };

    /** So that a rank of one alone has room below it. */
    private static final long LEAST_LOWEST = 3;

    private final RankHistory history;
    private final long lowest;

    private RankCharts(RankHistory history) {
        this.history = history;
        this.lowest = Math.max(
                LEAST_LOWEST,
                history.days().stream()
                        .map(Day::rank)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }

    /** @param unranked what it means where there is no rank */
    public static RankChart of(RankHistory history, String unranked, String dataHref) {
        return new RankCharts(history).chart(unranked, dataHref);
    }

    private RankChart chart(String unranked, String dataHref) {
        if (history.days().isEmpty()) {
            return new RankChart(
                    "", "Nothing was measured on these days.", List.of(), List.of(), "", List.of(), dataHref);
        }
        Period days = new Period(
                history.days().get(0).from(),
                history.days().get(history.days().size() - 1).to());
        Plot plot = new Plot(days, 1);
        List<RankChart.Day> rows = new ArrayList<>(history.days().stream()
                .map(day -> new RankChart.Day(
                        Times.weekdayDate(day.from()),
                        day.rank() == null ? "–" : Numbers.exact(day.rank()),
                        day.hoursWatched() == null ? "–" : Numbers.fine(day.hoursWatched())))
                .toList());
        Collections.reverse(rows);
        return new RankChart(
                "by hours watched on each UTC day, " + ZonedTimes.UTC.range(days),
                summary(unranked),
                ticks(),
                TimeAxis.of(days, plot, ZonedTimes.UTC.zone()),
                line(plot),
                rows,
                dataHref);
    }

    private String summary(String unranked) {
        List<Day> ranked =
                history.days().stream().filter(day -> day.rank() != null).toList();
        if (ranked.isEmpty()) {
            return "On none of these days: " + unranked + ".";
        }
        Day best = ranked.stream().min(Comparator.comparing(Day::rank)).orElseThrow();
        Day last = ranked.get(ranked.size() - 1);
        long without = history.days().size() - ranked.size();
        return "Best rank " + said(best) + "; last " + said(last) + "."
                + (without == 0
                        ? ""
                        : " " + Numbers.counted(without, "day", "days") + " without a rank: " + unranked + ".");
    }

    private static String said(Day day) {
        return Numbers.exact(day.rank()) + " on " + Times.weekday(day.from());
    }

    private List<Chart.Tick> ticks() {
        List<Chart.Tick> ticks = new ArrayList<>();
        for (long mark : MARKS) {
            if (mark <= lowest) {
                ticks.add(new Chart.Tick(Plot.percent(height(mark)), Numbers.axis(mark), false));
            }
        }
        return ticks;
    }

    private String line(Plot plot) {
        StringBuilder path = new StringBuilder();
        Day before = null;
        for (Day day : history.days()) {
            if (day.rank() != null) {
                boolean joins =
                        before != null && before.rank() != null && before.to().equals(day.from());
                String y = Plot.digits(height(day.rank()), 1);
                path.append(joins ? "V" + y : "M" + plot.x(day.from()) + " " + y)
                        .append('H')
                        .append(plot.x(day.to()));
            }
            before = day;
        }
        return path.toString();
    }

    private double height(long rank) {
        return 100 * Math.log(rank) / Math.log(lowest);
    }
}
