package io.streamgauge.web.page;

import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Period;
import io.streamgauge.web.breaks.Break;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws the viewers of several on one time axis, with the series as data for the script. */
public final class LinesDrawing {

    private static final int MOST_ROWS = 200;

    /** Part of the axis before its end within which a line counts as lasting to it. */
    private static final double NEAR_THE_END = 0.02;

    /** What a label takes of the plot's height, in per cent. */
    private static final double LABEL_HEIGHT = 8;

    /** As for a chart of one line; a line's colour is the custom property that holds it. */
    record Data(
            long from,
            long to,
            double top,
            String label,
            List<List<Object>> steps,
            List<List<Object>> before,
            List<String> bands,
            List<Line> lines,
            String zone) {

        record Line(String name, String colour, List<List<Object>> steps) {}
    }

    private record Series(String name, List<Step> steps) {}

    private final Period period;
    private final ZonedTimes times;
    private final Function<Object, String> toJson;
    private final List<Break> breaks;

    /** @param breaks the known breaks in counting, of which those that the period crosses are marked */
    public LinesDrawing(Period period, ZonedTimes times, Function<Object, String> toJson, List<Break> breaks) {
        this.period = period;
        this.times = times;
        this.toJson = toJson;
        this.breaks = breaks;
    }

    /** @param step over which long series are averaged; zero leaves them as they are */
    public LinesChart chart(Lineup lineup, Duration step, String dataHref) {
        List<Series> all = new ArrayList<>();
        for (Lineup.Row row : lineup.rows()) {
            List<Step> steps = Step.viewers(row);
            all.add(new Series(LineupFigures.name(lineup, row), step.isZero() ? steps : Averages.over(step, steps)));
        }
        double largest = all.stream()
                .flatMap(series -> series.steps.stream())
                .mapToDouble(Step::value)
                .max()
                .orElse(0);
        Plot plot = new Plot(period, largest);
        List<Series> shown = all.stream()
                .map(series -> new Series(series.name, plot.clipped(series.steps)))
                .toList();
        return new LinesChart(
                summary(shown),
                plot.valueTicks(),
                TimeAxis.of(period, plot, times.zone()),
                lines(shown, plot),
                table(shown, dataHref),
                BreakMark.of(breaks, period, plot),
                toJson.apply(data(shown, plot)));
    }

    private String summary(List<Series> all) {
        StringBuilder text = new StringBuilder("Viewers over time. ");
        for (Series series : all) {
            Optional<Step> high = series.steps.stream().max(Comparator.comparingDouble(Step::value));
            text.append(series.name)
                    .append(high.map(step ->
                                    ": highest " + Numbers.exact(step.value()) + " on " + times.moment(step.at()))
                            .orElse(": nothing to show"))
                    .append(". ");
        }
        return text.append("Times are in " + times.name() + ".").toString();
    }

    private List<LinesChart.Line> lines(List<Series> all, Plot plot) {
        List<Optional<Double>> labels = labels(all, plot);
        List<LinesChart.Line> lines = new ArrayList<>();
        for (Series series : all) {
            Optional<Double> labelY = labels.get(lines.size());
            lines.add(new LinesChart.Line(
                    series.name,
                    LineupFigures.colour(lines.size()),
                    plot.line(series.steps),
                    labelY.map(y -> end(plot.endOf(last(series)), y))));
        }
        return lines;
    }

    private static LinesChart.End end(Chart.Mark mark, double labelY) {
        return new LinesChart.End(mark.x(), mark.y(), Plot.percent(labelY), mark.label());
    }

    /** Where each line's last value is written, in per cent from the top, so that none covers another. */
    private List<Optional<Double>> labels(List<Series> all, Plot plot) {
        List<Integer> fromTheTop = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (lastsToTheEnd(all.get(i))) {
                fromTheTop.add(i);
            }
        }
        fromTheTop.sort(Comparator.comparingDouble(i -> height(all.get(i), plot)));
        List<Optional<Double>> labels = new ArrayList<>(Collections.nCopies(all.size(), Optional.empty()));
        double room = 100;
        for (int place = fromTheTop.size() - 1; place >= 0; place--) {
            int i = fromTheTop.get(place);
            double y = Math.min(room, height(all.get(i), plot));
            labels.set(i, Optional.of(y));
            room = y - LABEL_HEIGHT;
        }
        double least = 0;
        for (int i : fromTheTop) {
            double y = Math.max(least, labels.get(i).orElseThrow());
            labels.set(i, Optional.of(y));
            least = y + LABEL_HEIGHT;
        }
        return labels;
    }

    private static double height(Series series, Plot plot) {
        return 100 - 100 * last(series).value() / plot.top();
    }

    private boolean lastsToTheEnd(Series series) {
        if (series.steps.isEmpty()) {
            return false;
        }
        Instant near = period.to().minusSeconds(Math.round(period.seconds() * NEAR_THE_END));
        return !last(series).until().isBefore(near);
    }

    private static Step last(Series series) {
        return series.steps.get(series.steps.size() - 1);
    }

    private Chart.SeriesTable table(List<Series> all, String dataHref) {
        TreeSet<Instant> starts = new TreeSet<>(Comparator.reverseOrder());
        all.forEach(series -> series.steps.forEach(step -> starts.add(step.at())));
        List<String> headings = Stream.concat(
                        Stream.of("From (" + times.name() + ")"), all.stream().map(Series::name))
                .toList();
        List<List<String>> rows = starts.stream()
                .limit(MOST_ROWS)
                .map(time -> Stream.concat(
                                Stream.of(times.moment(time)), all.stream().map(series -> valueAt(series, time)))
                        .toList())
                .toList();
        return new Chart.SeriesTable(headings, rows, dataHref);
    }

    private static String valueAt(Series series, Instant time) {
        int place =
                Collections.binarySearch(series.steps, new Step(time, null, time, 0), Comparator.comparing(Step::at));
        Optional<Step> step = place >= 0
                ? Optional.of(series.steps.get(place))
                : Optional.of(-place - 2).filter(before -> before >= 0).map(series.steps::get);
        return step.filter(held -> held.until().isAfter(time))
                .map(held -> Numbers.exact(held.value()))
                .orElse("–");
    }

    private Data data(List<Series> all, Plot plot) {
        List<Data.Line> lines = new ArrayList<>();
        for (Series series : all) {
            lines.add(new Data.Line(series.name, "--l" + (lines.size() + 1), numbers(series.steps)));
        }
        return new Data(
                period.from().getEpochSecond(),
                period.to().getEpochSecond(),
                plot.top(),
                "Viewers",
                List.of(),
                List.of(),
                List.of(),
                lines,
                times.name());
    }

    private static List<List<Object>> numbers(List<Step> steps) {
        return steps.stream()
                .map(step -> List.<Object>of(
                        step.at().getEpochSecond(),
                        step.isBridged() ? step.bridgedFrom().getEpochSecond() : 0,
                        step.until().getEpochSecond(),
                        Math.round(step.value())))
                .toList();
    }
}
