package io.streamgauge.web.page;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.BroadcastReport.Rank;
import io.streamgauge.analytics.RankHistory;
import io.streamgauge.analytics.RankHistory.Day;
import io.streamgauge.web.page.RankChart.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws ranks: of channels and categories over days, of a broadcast from snapshot to snapshot. */
public final class RankCharts {

    private static final List<Column> BY_DAY = List.of(
            new Column("Day (UTC)", "from"), new Column("Rank", "rank"), new Column("Hours watched", "hours_watched"));

    private static final List<Column> BY_SNAPSHOT = List.of(
            new Column("From (UTC)", "at"), new Column("Rank", "rank"), new Column("Live channels", "channels"));

    private RankCharts() {}

    /** @param unranked what it means where there is no rank */
    public static RankChart of(RankHistory history, String unranked, String dataHref) {
        String title = "Rank over time";
        RankChart.Table table = new RankChart.Table(
                "day by day",
                "/days",
                BY_DAY,
                newestFirst(history.days().stream()
                        .map(day -> List.of(
                                Times.weekdayDate(day.from()),
                                day.rank() == null ? "–" : Numbers.exact(day.rank()),
                                day.hoursWatched() == null ? "–" : Numbers.fine(day.hoursWatched())))
                        .toList()));
        if (history.days().isEmpty()) {
            return new RankChart(
                    title, "", "Nothing was measured on these days.", List.of(), List.of(), "", table, dataHref);
        }
        RankLine line = new RankLine(history.days().stream()
                .map(day -> new RankLine.Step(day.from(), day.to(), day.rank()))
                .toList());
        return chart(
                title,
                "by hours watched on each UTC day, " + ZonedTimes.UTC.range(line.period()),
                summary(history, unranked),
                line,
                table,
                dataHref);
    }

    /** Empty where the report tells no ranks. */
    public static Optional<RankChart> of(BroadcastReport report, String dataHref) {
        if (report.ranks().isEmpty()) {
            return Optional.empty();
        }
        RankLine line = new RankLine(report.ranks().stream()
                .map(rank -> new RankLine.Step(rank.at(), rank.until(), rank.rank()))
                .toList());
        RankChart.Table table = new RankChart.Table(
                "snapshot by snapshot",
                "/ranks",
                BY_SNAPSHOT,
                newestFirst(report.ranks().stream()
                        .map(rank -> List.of(
                                Times.moment(rank.at()), Numbers.exact(rank.rank()), Numbers.exact(rank.channels())))
                        .toList()));
        return Optional.of(chart(
                "Rank in its category",
                "by viewers among the channels live in it",
                summary(report.ranks()),
                line,
                table,
                dataHref));
    }

    private static RankChart chart(
            String title, String subtitle, String summary, RankLine line, RankChart.Table table, String dataHref) {
        Plot plot = new Plot(line.period(), 1);
        return new RankChart(
                title,
                subtitle,
                summary,
                line.ticks(),
                TimeAxis.of(line.period(), plot, ZonedTimes.UTC.zone()),
                line.path(plot),
                table,
                dataHref);
    }

    private static String summary(RankHistory history, String unranked) {
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

    private static String summary(List<Rank> ranks) {
        Rank best = ranks.stream().min(Comparator.comparing(Rank::rank)).orElseThrow();
        Rank last = ranks.get(ranks.size() - 1);
        return "Best rank " + said(best) + ", at " + Times.moment(best.at()) + "; last " + said(last) + ".";
    }

    private static String said(Rank rank) {
        return Numbers.exact(rank.rank()) + " of " + Numbers.exact(rank.channels());
    }

    private static List<List<String>> newestFirst(List<List<String>> rows) {
        List<List<String>> newest = new ArrayList<>(rows);
        Collections.reverse(newest);
        return newest;
    }
}
