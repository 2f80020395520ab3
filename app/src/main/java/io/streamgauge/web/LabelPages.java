package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.web.page.Chart;
import io.streamgauge.web.page.Drawing;
import io.streamgauge.web.page.LabelFigures;
import io.streamgauge.web.page.LabelPage;
import io.streamgauge.web.page.LabelWords;
import io.streamgauge.web.page.Layout;
import io.streamgauge.web.page.RankingTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the page of one genre, theme, mode or release age. */
final class LabelPages {

    private static final int ROWS = 20;

    private final Analytics analytics;
    private final Frame frame;

    LabelPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    /** Links between the pages about what categories are. */
    static List<Layout.NavLink> siblings(View view, String current) {
        List<Layout.NavLink> links = new ArrayList<>();
        for (LabelKind kind : LabelKind.values()) {
            links.add(sibling(view, LabelWords.title(kind), kind.many(), current));
        }
        links.add(sibling(view, "New releases", "releases", current));
        return links;
    }

    private static Layout.NavLink sibling(View view, String text, String name, String current) {
        return new Layout.NavLink(text, view.to("/" + name).toString(), name.equals(current));
    }

    /** @param segment the id as the address says it */
    LabelPage page(LabelKind kind, View view, String segment) {
        Period period = view.asked().period();
        SeriesLimit.check(period, Grain.DAY, view.status());
        long id = LabelAddress.id(segment).orElseThrow(() -> RefusedRequest.unknownLabel(kind, segment));
        LabelReport report =
                analytics.label(kind, id, period).orElseThrow(() -> RefusedRequest.unknownLabel(kind, segment));
        Optional<LabelReport> before =
                analytics.label(kind, id, view.comparison().before());
        LabelFigures figures = new LabelFigures(report, before, view.comparison(), view.times());
        String name = LabelWords.name(kind, id, report.identity().name());
        String path = LabelAddress.path(kind, id);
        String api = Api.ROOT + path;
        return new LabelPage(
                frame.around(name + ", " + view.control().label(), view).around(report.meta()),
                siblings(view, ""),
                name,
                LabelWords.identity(kind)
                        + (kind == LabelKind.AGE ? ". " : ", as IGDB has it. ")
                        + LabelWords.counting(kind),
                figures.absence(),
                figures.figures(),
                figures.coverage(),
                report.series().isEmpty() ? Optional.empty() : Optional.of(chart(view, name, report, before, api)),
                kind.isShared() && report.summary().isPresent()
                        ? Optional.of(categories(kind, view, id))
                        : Optional.empty(),
                view.api(api).toString());
    }

    private Chart chart(View view, String name, LabelReport report, Optional<LabelReport> before, String api) {
        boolean isByDay = report.grain().equals(Grain.DAY.text());
        Duration step = isByDay
                ? Duration.ZERO
                : Grains.averagedAmongCharts(view.asked().period());
        return new Drawing(view.asked().period(), view.times(), Json::textForHtml, frame.breaks())
                .label(
                        name,
                        report,
                        before,
                        view.comparison(),
                        step,
                        view.to(api).toString());
    }

    private RankingTable categories(LabelKind kind, View view, long id) {
        return new RankingTables(analytics, view)
                .categories(RankingQuery.top(view.by(), ROWS).with(kind, id));
    }
}
