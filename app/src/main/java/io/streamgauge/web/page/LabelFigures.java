package io.streamgauge.web.page;

import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.LabelReport.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says the report of a genre, theme, mode or age in the figures of its page. */
public final class LabelFigures {

    private final LabelReport report;
    private final Optional<LabelReport> before;
    private final Comparison comparison;
    private final ZonedTimes times;

    public LabelFigures(LabelReport report, Optional<LabelReport> before, Comparison comparison, ZonedTimes times) {
        this.report = report;
        this.before = before;
        this.comparison = comparison;
        this.times = times;
    }

    public Optional<String> absence() {
        if (report.summary().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                report.meta().coverage() > 0
                        ? "Nobody was seen streaming in any of its categories in this period."
                        : "Nothing was measured in this period.");
    }

    public String coverage() {
        return Coverage.sentence(report.meta(), comparison)
                + (report.summary().isPresent() ? comparison.sentence() : "");
    }

    public List<Figure> figures() {
        return report.summary().map(this::figures).orElse(List.of());
    }

    private List<Figure> figures(Summary now) {
        ComparedFigures compared = new ComparedFigures(
                report.meta(), before.map(LabelReport::meta), comparison, "nobody streamed in its categories");
        List<Figure> figures = new ArrayList<>();
        figures.add(compared.figure("Hours watched", now.hoursWatched(), earlier(Summary::hoursWatched), rank())
                .at("hours_watched")
                .noting("/rank/rank /rank/total"));
        figures.add(compared.figure("Average viewers", now.averageViewers(), earlier(Summary::averageViewers), "")
                .at("average_viewers"));
        figures.add(compared.figure(
                        "Peak viewers",
                        now.peakViewers(),
                        earlier(summary -> (double) summary.peakViewers()),
                        times.moment(now.peakAt()) + " " + times.name())
                .at("peak_viewers")
                .noting("peak_at"));
        figures.add(compared.share("Share of the platform", now.share(), earlier(Summary::share), "of hours watched")
                .at("share"));
        Figure channels = compared.figure(
                "Average channels",
                now.averageChannels(),
                earlier(Summary::averageChannels),
                now.uniqueChannels() == null ? "" : Numbers.rounded(now.uniqueChannels()) + " different ones");
        figures.add(
                now.uniqueChannels() == null
                        ? channels.at("average_channels")
                        : channels.at("average_channels").noting("unique_channels"));
        figures.add(compared.figure(
                        "Peak channels",
                        now.peakChannels(),
                        earlier(summary -> (double) summary.peakChannels()),
                        "live at one time")
                .at("peak_channels"));
        figures.add(compared.figure(
                        "Viewers per channel",
                        now.viewersPerChannel(),
                        earlier(Summary::viewersPerChannel),
                        "on average")
                .at("viewers_per_channel"));
        if (report.categoriesWatched() > 0) {
            figures.add(new Figure(
                            "Categories",
                            Numbers.exact(report.categoriesWatched()),
                            Numbers.exact(report.categoriesWatched()),
                            Optional.empty(),
                            "were live")
                    .at("/categories_watched"));
        }
        return figures;
    }

    private String rank() {
        return report.rank()
                .map(rank -> "rank " + Numbers.exact(rank.rank()) + " of " + Numbers.exact(rank.total()))
                .orElse("");
    }

    private Optional<Double> earlier(Function<Summary, Double> figure) {
        return before.flatMap(LabelReport::summary).map(figure);
    }
}
