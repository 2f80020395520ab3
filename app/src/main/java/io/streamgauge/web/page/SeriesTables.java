package io.streamgauge.web.page;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A chart's figures as a table, newest first. */
final class SeriesTables {

    private static final int MOST_ROWS = 200;

    static final Chart.SeriesTable NONE = new Chart.SeriesTable(List.of(), List.of(), "", List.of(), -1, "");

    private SeriesTables() {}

    static Chart.SeriesTable platform(Totals totals, ZonedTimes times, String csvHref) {
        List<List<String>> rows = newestFirst(totals.series()).stream()
                .map(point -> List.of(
                        times.moment(point.at()),
                        Numbers.exact(point.viewers()),
                        Numbers.exact(point.channels()),
                        Numbers.exact(point.categories())))
                .toList();
        return new Chart.SeriesTable(
                List.of("From (" + times.name() + ")", "Viewers", "Channels", "Categories"),
                rows,
                csvHref,
                List.of("at", "viewers", "channels", "categories"),
                totals.series().size() - 1,
                csvHref);
    }

    static Chart.SeriesTable channel(ChannelReport report, ZonedTimes times, String csvHref) {
        Map<String, String> names = new HashMap<>();
        report.categories().forEach(played -> names.put(played.categoryId(), played.name()));
        return played(report.series(), names, times, csvHref);
    }

    static Chart.SeriesTable broadcast(BroadcastReport report, ZonedTimes times, String dataHref) {
        return played(report.series(), Bands.names(report), times, dataHref);
    }

    private static Chart.SeriesTable played(
            List<ChannelReport.Point> series, Map<String, String> names, ZonedTimes times, String csvHref) {
        List<List<String>> rows = newestFirst(series).stream()
                .map(point -> List.of(
                        times.moment(point.at()),
                        Numbers.exact(point.viewers()),
                        names.getOrDefault(point.categoryId(), "")))
                .toList();
        return new Chart.SeriesTable(
                List.of("From (" + times.name() + ")", "Viewers", "Category"),
                rows,
                csvHref,
                List.of("at", "viewers", ""),
                series.size() - 1,
                csvHref);
    }

    static Chart.SeriesTable category(CategoryReport report, ZonedTimes times, String dataHref) {
        return watched(
                report.series(),
                point -> List.of(
                        times.moment(point.at()), Numbers.exact(point.viewers()), Numbers.exact(point.channels())),
                times,
                dataHref);
    }

    static Chart.SeriesTable label(LabelReport report, ZonedTimes times, String dataHref) {
        return watched(
                report.series(),
                point -> List.of(
                        times.moment(point.at()), Numbers.exact(point.viewers()), Numbers.exact(point.channels())),
                times,
                dataHref);
    }

    private static <T> Chart.SeriesTable watched(
            List<T> series, Function<T, List<String>> row, ZonedTimes times, String dataHref) {
        return new Chart.SeriesTable(
                List.of("From (" + times.name() + ")", "Viewers", "Channels"),
                newestFirst(series).stream().map(row).toList(),
                dataHref,
                List.of("at", "viewers", "channels"),
                series.size() - 1,
                dataHref);
    }

    private static <T> List<T> newestFirst(List<T> points) {
        List<T> newest = new ArrayList<>(points.subList(Math.max(0, points.size() - MOST_ROWS), points.size()));
        Collections.reverse(newest);
        return newest;
    }
}
