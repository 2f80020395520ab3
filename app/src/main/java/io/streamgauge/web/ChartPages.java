package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.CategoryPage;
import io.streamgauge.web.page.ChannelPage;
import io.streamgauge.web.page.Chart;
import io.streamgauge.web.page.ChartPage;
import io.streamgauge.web.page.LabelPage;
import io.streamgauge.web.page.OverviewPage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives each chart an address of its own: as a picture, and as a page that sites which are let do so may frame. */
final class ChartPages {

    private static final String SVG = "image/svg+xml";
    private static final String CSP = "Content-Security-Policy";

    private final Analytics analytics;
    private final EntityTags tags;
    private final Frame frame;
    private final Templates templates;
    private final List<String> embedders;

    /** @param embedders origins whose pages may frame a chart */
    ChartPages(Analytics analytics, EntityTags tags, Frame frame, Templates templates, List<String> embedders) {
        this.analytics = analytics;
        this.tags = tags;
        this.frame = frame;
        this.templates = templates;
        this.embedders = embedders;
    }

    void addTo(Routes routes) {
        add(routes, "/overview", this::overview);
        add(routes, "/channels/{channel}", this::channel);
        add(routes, "/categories/{category}", this::category);
        for (LabelKind kind : LabelKind.values()) {
            add(routes, "/" + kind.many() + "/{" + kind.text() + "}", asked -> label(kind, asked));
        }
    }

    private void add(Routes routes, String path, Function<Asked, ChartPage> page) {
        routes.add("/charts" + path, context -> picture(context, page));
        routes.add("/embed" + path, context -> embedded(context, page));
    }

    /** What is asked for: a view as the page at the source would have it. */
    private record Asked(View view, Context context) {}

    private void picture(Context context, Function<Asked, ChartPage> page) {
        context.header("Content-Disposition", "attachment; filename=\"chart.svg\"");
        Answers.send(
                context,
                tags.ofTheMinute(context),
                SVG,
                () -> templates.render("chartPicture", page.apply(asked(context))));
    }

    private void embedded(Context context, Function<Asked, ChartPage> page) {
        String ancestors = embedders.isEmpty() ? "'none'" : String.join(" ", embedders);
        context.header(
                CSP, SecurityHeaders.ALL.get(CSP).replace("frame-ancestors 'none'", "frame-ancestors " + ancestors));
        Answers.send(
                context,
                tags.ofTheMinute(context),
                Answers.HTML,
                () -> templates.render("embed", page.apply(asked(context))));
    }

    private Asked asked(Context context) {
        Status status = analytics.status();
        if (status.newest().isEmpty()) {
            throw RefusedRequest.notFound("No snapshot has been taken yet, so there is nothing to draw");
        }
        return new Asked(View.of(context, Parameters.of(context), analytics, status), context);
    }

    private ChartPage overview(Asked asked) {
        OverviewPage page = new OverviewPages(analytics, frame).page(asked.view());
        return page(asked, "Twitch", page.coverage(), "/", Optional.of(page.viewersOverTime()));
    }

    private ChartPage channel(Asked asked) {
        String channel = asked.context().pathParam("channel");
        ChannelPage page = new ChannelPages(analytics, frame).page(asked.view(), channel);
        return page(asked, page.name(), page.coverage(), "/channels/" + Address.segment(channel), page.chart());
    }

    private ChartPage category(Asked asked) {
        String category = asked.context().pathParam("category");
        CategoryPage page = new CategoryPages(analytics, frame).page(asked.view(), category);
        return page(asked, page.name(), page.coverage(), "/categories/" + Address.segment(category), page.viewers());
    }

    private ChartPage label(LabelKind kind, Asked asked) {
        String segment = asked.context().pathParam(kind.text());
        LabelPage page = new LabelPages(analytics, frame).page(kind, asked.view(), segment);
        return page(
                asked,
                page.name(),
                page.coverage(),
                "/" + kind.many() + "/" + Address.segment(segment),
                page.viewers());
    }

    private ChartPage page(Asked asked, String title, String coverage, String source, Optional<Chart> chart) {
        View view = asked.view();
        return new ChartPage(
                frame.around(title + ", " + view.control().label(), view),
                title,
                "Viewers over time, " + view.control().range(),
                coverage,
                view.to(source).toString(),
                chart.orElseThrow(() -> RefusedRequest.notFound(
                        "Nothing was seen of " + title + " in this period, so there is nothing to draw")));
    }
}
