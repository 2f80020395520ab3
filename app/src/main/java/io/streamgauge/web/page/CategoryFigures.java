package io.streamgauge.web.page;

import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.CategoryReport.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says a category's report in the words and figures of its page. */
public final class CategoryFigures {

    private final CategoryReport report;
    private final Optional<CategoryReport> before;
    private final Comparison comparison;
    private final ZonedTimes times;

    public CategoryFigures(
            CategoryReport report, Optional<CategoryReport> before, Comparison comparison, ZonedTimes times) {
        this.report = report;
        this.before = before;
        this.comparison = comparison;
        this.times = times;
    }

    public String seen() {
        CategoryReport.Identity identity = report.identity();
        if (identity.firstSeenAt() == null || identity.lastSeenAt() == null) {
            return "What is streamed without a category";
        }
        return "First seen " + Times.date(identity.firstSeenAt()) + ", last seen " + times.full(identity.lastSeenAt())
                + " " + times.name();
    }

    public Optional<String> absence() {
        if (report.summary().isPresent()) {
            return Optional.empty();
        }
        String reason = report.meta().coverage() > 0
                ? "Nobody was seen streaming in it in this period"
                : "Nothing was measured in this period";
        Instant last = report.identity().lastSeenAt();
        return Optional.of(
                reason + (last == null ? "." : "; last seen " + times.full(last) + " " + times.name() + "."));
    }

    /** The day on which it was last seen, as pages ask for it. */
    public Optional<String> lastDay() {
        return Optional.ofNullable(report.identity().lastSeenAt())
                .map(last -> last.atZone(times.zone()).toLocalDate().toString());
    }

    public String coverage() {
        String changes = report.summary().isPresent() ? comparison.sentence() : "";
        return Coverage.sentence(report.meta(), comparison) + changes;
    }

    public List<Figure> figures() {
        return report.summary().map(this::figures).orElse(List.of());
    }

    private List<Figure> figures(Summary now) {
        ComparedFigures compared = new ComparedFigures(
                report.meta(), before.map(CategoryReport::meta), comparison, "nobody streamed in it");
        return List.of(
                compared.figure("Hours watched", now.hoursWatched(), earlier(Summary::hoursWatched), rank()),
                compared.figure("Average viewers", now.averageViewers(), earlier(Summary::averageViewers), ""),
                compared.figure(
                        "Peak viewers",
                        now.peakViewers(),
                        earlier(summary -> (double) summary.peakViewers()),
                        times.moment(now.peakAt()) + " " + times.name()),
                compared.share("Share of the platform", now.share(), earlier(Summary::share), "of hours watched"),
                compared.figure(
                        "Average channels",
                        now.averageChannels(),
                        earlier(Summary::averageChannels),
                        Numbers.rounded(now.uniqueChannels()) + " different ones"),
                compared.figure(
                        "Peak channels",
                        now.peakChannels(),
                        earlier(summary -> (double) summary.peakChannels()),
                        "live at one time"),
                compared.figure(
                        "Viewers per channel",
                        now.viewersPerChannel(),
                        earlier(Summary::viewersPerChannel),
                        "on average"),
                compared.share(
                        "Ten largest channels",
                        now.topShare10(),
                        earlier(Summary::topShare10),
                        "of its hours watched"));
    }

    private String rank() {
        return report.rank()
                .map(rank -> "rank " + Numbers.exact(rank.rank()) + " of " + Numbers.exact(rank.total()))
                .orElse("");
    }

    private Optional<Double> earlier(Function<Summary, Double> figure) {
        return before.flatMap(CategoryReport::summary).map(figure);
    }

    /** @param href the streamers of the category in a language, by its code */
    public List<CategoryPage.Language> languages(Function<String, String> href) {
        double largest = report.languages().stream()
                .mapToDouble(CategoryReport.Language::hoursWatched)
                .max()
                .orElse(0);
        return report.languages().stream()
                .map(language -> new CategoryPage.Language(
                        LanguageNames.of(language.language()),
                        language.language(),
                        href.apply(language.language()),
                        Numbers.fine(language.hoursWatched()),
                        Plot.percent(largest == 0 ? 0 : 100 * language.hoursWatched() / largest),
                        Numbers.percent(language.share()),
                        Numbers.exact(language.uniqueChannels()),
                        Numbers.fine(language.airtimeHours())))
                .toList();
    }
}
