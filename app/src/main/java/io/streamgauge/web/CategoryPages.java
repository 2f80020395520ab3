package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.CategoryFigures;
import io.streamgauge.web.page.CategoryPage;
import io.streamgauge.web.page.Drawing;
import io.streamgauge.web.page.GameLines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the page of one category. */
final class CategoryPages {

    private static final int ROWS = 20;

    private final Analytics analytics;
    private final Frame frame;

    CategoryPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    /** @param segment the category's id as its address says it */
    CategoryPage page(View view, String segment) {
        Period period = view.asked().period();
        SeriesLimit.check(period, Grain.SNAPSHOT, view.status());
        String id = CategoryAddress.id(segment);
        CategoryReport report =
                analytics.category(id, period).orElseThrow(() -> RefusedRequest.unknownCategory(segment));
        Optional<CategoryReport> before =
                analytics.category(id, view.comparison().before());
        CategoryFigures figures = new CategoryFigures(report, before, view.comparison(), view.times());
        Drawing drawing = new Drawing(period, view.times(), Json::textForHtml, frame.breaks());
        Duration step = Grains.averagedAmongCharts(period);
        boolean isDrawn = !report.series().isEmpty();
        RankingQuery streamers = new RankingQuery(view.by(), ROWS, 0, Optional.empty(), Optional.of(id));
        return new CategoryPage(
                frame.around(report.identity().name() + ", " + view.control().label(), view)
                        .around(report.meta()),
                report.identity().name(),
                figures.seen(),
                ComparePages.address(view, Lineup.Kind.CATEGORIES, List.of(id)).toString(),
                report.identity().formerNames(),
                figures.absence(),
                figures.lastDay().map(day -> dayHref(id, day)),
                figures.figures(),
                figures.coverage(),
                isDrawn
                        ? Optional.of(
                                drawing.categoryViewers(report, before, view.comparison(), step, dataHref(view, id)))
                        : Optional.empty(),
                isDrawn
                        ? Optional.of(drawing.categoryChannels(report, before, view.comparison(), step))
                        : Optional.empty(),
                new RankingTables(analytics, view).channels(streamers),
                new RisingLists(analytics, view).streamers(Optional.of(id)),
                figures.languages(language -> view.to("/channels")
                        .with("category", id)
                        .with("language", language)
                        .toString()),
                GameLines.of(
                        report.metadata(),
                        analytics.knowsGames(),
                        period.to(),
                        (kind, label) -> analytics.knowsGames()
                                ? view.to(LabelAddress.path(kind, label)).toString()
                                : ""),
                new WeekPatterns(analytics, view).ofCategory(id),
                new WeekPatterns(analytics, view).ofEntry(id),
                new RankHistories(analytics, view).ofCategory(id),
                view.api(CategoryAddress.api(id)).toString());
    }

    private static String dayHref(String id, String day) {
        return Address.of(CategoryAddress.path(id))
                .with("period", PeriodName.DAY.text())
                .with("at", day)
                .toString();
    }

    private static String dataHref(View view, String id) {
        return Address.of(CategoryAddress.api(id)).with(view.state()).toString();
    }
}
