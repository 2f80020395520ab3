package io.streamgauge.web.page;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Totals;
import io.streamgauge.web.breaks.Break;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws viewers over a period, with the series as data for the script that makes the drawing answer to the mouse. */
public final class Drawing {

    /** The drawn series for scripts: steps as [at, bridgedFrom or null, until, value, band or null], times in seconds. */
    public record Data(
            long from,
            long to,
            double top,
            String label,
            String comparisonLabel,
            List<List<Object>> steps,
            List<List<Object>> before,
            List<String> bands,
            String zone) {}

    private final Period period;
    private final ZonedTimes times;
    private final Function<Object, String> toJson;
    private final List<Break> breaks;

    /** @param breaks the known breaks in counting, of which those that the period crosses are marked */
    public Drawing(Period period, ZonedTimes times, Function<Object, String> toJson, List<Break> breaks) {
        this.period = period;
        this.times = times;
        this.toJson = toJson;
        this.breaks = breaks;
    }

    public Chart platform(Totals now, Totals earlier, Totals table, Comparison comparison, String csvHref) {
        List<Step> before =
                comparison.isNone() ? List.of() : Step.shifted(Step.viewers(earlier), comparison.distance());
        return chart(
                "Viewers",
                "Viewers of all live channels",
                Step.viewers(now),
                before,
                comparison.name(),
                Bands.none(),
                SeriesTables.platform(table, times, csvHref));
    }

    /** Without a table of its own, since that of the viewers tells both. */
    public Chart platformChannels(Totals now, Totals earlier, Comparison comparison) {
        List<Step> before =
                comparison.isNone() ? List.of() : Step.shifted(Step.channels(earlier), comparison.distance());
        return chart(
                "Channels",
                "All live channels",
                Step.channels(now),
                before,
                comparison.name(),
                Bands.none(),
                SeriesTables.NONE);
    }

    public Chart channel(ChannelReport report, String csvHref) {
        return chart(
                "Viewers",
                "Viewers of " + report.identity().name(),
                Step.viewers(report.series()),
                List.of(),
                "",
                Bands.of(report),
                SeriesTables.channel(report, times, csvHref));
    }

    public Chart broadcast(BroadcastReport report, String dataHref) {
        return chart(
                "Viewers",
                "Viewers of a broadcast of " + report.channel().name(),
                Step.viewers(report.series()),
                List.of(),
                "",
                Bands.of(report),
                SeriesTables.broadcast(report, times, dataHref));
    }

    /** @param step over which a long series is averaged; zero leaves it as it is */
    public Chart categoryViewers(
            CategoryReport report,
            Optional<CategoryReport> before,
            Comparison comparison,
            Duration step,
            String dataHref) {
        return chart(
                "Viewers",
                "Viewers of " + report.identity().name(),
                averaged(step, Step.viewers(report)),
                shifted(before.map(Step::viewers), comparison, step),
                comparison.name(),
                Bands.none(),
                SeriesTables.category(report, times, dataHref));
    }

    /** Without a table of its own, since that of the viewers tells both. */
    public Chart categoryChannels(
            CategoryReport report, Optional<CategoryReport> before, Comparison comparison, Duration step) {
        return chart(
                "Channels",
                "Channels live in " + report.identity().name(),
                averaged(step, Step.channels(report)),
                shifted(before.map(Step::channels), comparison, step),
                comparison.name(),
                Bands.none(),
                SeriesTables.NONE);
    }

    /** @param step over which a long series is averaged; zero leaves it as it is */
    public Chart label(
            String name,
            LabelReport report,
            Optional<LabelReport> before,
            Comparison comparison,
            Duration step,
            String dataHref) {
        return chart(
                "Viewers",
                "Viewers of " + name,
                averaged(step, Step.viewers(report)),
                shifted(before.map(Step::viewers), comparison, step),
                comparison.name(),
                Bands.none(),
                SeriesTables.label(report, times, dataHref));
    }

    private static List<Step> shifted(Optional<List<Step>> before, Comparison comparison, Duration step) {
        return before.filter(steps -> !comparison.isNone())
                .map(steps -> Step.shifted(averaged(step, steps), comparison.distance()))
                .orElse(List.of());
    }

    private static List<Step> averaged(Duration step, List<Step> steps) {
        return step.isZero() ? steps : Averages.over(step, steps);
    }

    private Chart chart(
            String unit,
            String label,
            List<Step> steps,
            List<Step> before,
            String comparisonLabel,
            Bands bands,
            Chart.SeriesTable table) {
        double largest = Math.max(largest(steps), largest(before));
        Plot plot = new Plot(period, largest);
        List<Step> shown = plot.clipped(steps);
        Optional<Step> last = shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(shown.size() - 1));
        List<Step> earlier = plot.clipped(before);
        Data data = new Data(
                period.from().getEpochSecond(),
                period.to().getEpochSecond(),
                plot.top(),
                unit,
                comparisonLabel,
                numbers(shown, bands),
                numbers(earlier, Bands.none()),
                bands.names().stream().map(Chart.BandName::name).toList(),
                times.name());
        return new Chart(
                label,
                summary(label, shown),
                earlier.isEmpty() ? "" : comparisonLabel,
                plot.valueTicks(),
                TimeAxis.of(period, plot, times.zone()),
                plot.line(shown),
                plot.area(shown),
                plot.line(earlier),
                plot.bridged(shown),
                bands.drawn(shown, plot),
                bands.names(),
                last.map(plot::endOf).orElse(new Chart.Mark("0%", "0%", "")),
                table,
                BreakMark.of(breaks, period, plot),
                toJson.apply(data));
    }

    private static double largest(List<Step> steps) {
        return steps.stream().mapToDouble(Step::value).max().orElse(0);
    }

    private String summary(String label, List<Step> steps) {
        if (steps.isEmpty()) {
            return label + ": nothing was measured in this period.";
        }
        Step high = steps.get(0);
        Step low = steps.get(0);
        for (Step step : steps) {
            high = step.value() > high.value() ? step : high;
            low = step.value() < low.value() ? step : low;
        }
        Step last = steps.get(steps.size() - 1);
        return label + ": from " + said(steps.get(0)) + " to " + said(last) + "; lowest " + said(low) + ", highest "
                + said(high) + ". Times are " + times.name() + ".";
    }

    private String said(Step step) {
        return Numbers.exact(step.value()) + " on " + times.moment(step.at());
    }

    private static List<List<Object>> numbers(List<Step> steps, Bands bands) {
        List<List<Object>> numbers = new ArrayList<>();
        for (Step step : steps) {
            List<Object> row = new ArrayList<>();
            row.add(step.at().getEpochSecond());
            row.add(step.isBridged() ? step.bridgedFrom().getEpochSecond() : 0);
            row.add(step.until().getEpochSecond());
            row.add(Math.round(step.value()));
            bands.indexAt(step.at()).ifPresent(row::add);
            numbers.add(row);
        }
        return numbers;
    }
}
