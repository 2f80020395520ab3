package io.streamgauge.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Definitions;
import io.streamgauge.web.page.DefinitionsPage;
import io.streamgauge.web.page.EmptyPage;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Answers the addresses that people read. */
final class Pages {

    private final Analytics analytics;
    private final EntityTags tags;
    private final Frame frame;
    private final Templates templates;

    Pages(Analytics analytics, EntityTags tags, Frame frame, Templates templates) {
        this.analytics = analytics;
        this.tags = tags;
        this.frame = frame;
        this.templates = templates;
    }

    void addTo(Routes routes) {
        OverviewPages overview = new OverviewPages(analytics, frame);
        RankingPages rankings = new RankingPages(analytics, frame);
        CategoryPages categories = new CategoryPages(analytics, frame);
        ChannelPages channels = new ChannelPages(analytics, frame);
        routes.add("/", context -> view(context, "overview", (view, parameters) -> overview.page(view)));
        routes.add("/categories", context -> view(context, "ranking", rankings::categories));
        routes.add(
                "/categories/{category}",
                context -> view(
                        context,
                        "category",
                        (view, parameters) -> categories.page(view, context.pathParam("category"))));
        routes.add("/channels", context -> view(context, "ranking", rankings::channels));
        routes.add(
                "/channels/{channel}",
                context -> view(
                        context, "channel", (view, parameters) -> channels.page(view, context.pathParam("channel"))));
        LabelPages labels = new LabelPages(analytics, frame);
        for (LabelKind kind : LabelKind.values()) {
            routes.add(
                    "/" + kind.many(),
                    context -> view(
                            context,
                            "ranking",
                            (view, parameters) -> kind == LabelKind.AGE
                                    ? rankings.ages(view, parameters)
                                    : rankings.labels(kind, view, parameters)));
            routes.add(
                    "/" + kind.many() + "/{" + kind.text() + "}",
                    context -> view(
                            context,
                            "label",
                            (view, parameters) -> labels.page(kind, view, context.pathParam(kind.text()))));
        }
        routes.add(ReleasePages.PATH, context -> view(context, "releases", new ReleasePages(analytics, frame)::page));
        routes.add("/languages", context -> view(context, "ranking", rankings::languages));
        routes.add(ComparePages.PATH, context -> view(context, "compare", new ComparePages(analytics, frame)::page));
        routes.add("/channels/{channel}/broadcasts/{broadcast}", this::broadcast);
        routes.add(DataPages.PATH, this::data);
        routes.add(MomentPages.PATH, this::moment);
        routes.add("/search", this::search);
        routes.add("/definitions", this::definitions);
    }

    /** A page over a period, or what to do while there is no snapshot. */
    private void view(Context context, String template, BiFunction<View, Parameters, Object> page) {
        answer(
                context,
                template,
                (status, parameters) -> page.apply(View.of(context, parameters, analytics, status), parameters));
    }

    private void moment(Context context) {
        Optional<String> chosen = MomentPages.chosenBySlider(context);
        if (chosen.isPresent()) {
            context.redirect(chosen.get(), HttpStatus.SEE_OTHER);
        } else {
            answer(context, "moment", new MomentPages(analytics, frame)::page);
        }
    }

    private void broadcast(Context context) {
        BroadcastPages pages = new BroadcastPages(analytics, frame);
        answer(
                context,
                "broadcast",
                (status, parameters) ->
                        pages.page(status, context.pathParam("channel"), context.pathParam("broadcast"), parameters));
    }

    /** A page about what was measured, or what to do while there is no snapshot. */
    private void answer(Context context, String template, BiFunction<Status, Parameters, Object> page) {
        Answers.send(context, tags.ofTheMinute(context), Answers.HTML, () -> {
            Status status = analytics.status();
            return status.newest().isEmpty()
                    ? templates.render("empty", new EmptyPage(frame.around("No data yet", status, "", Map.of())))
                    : templates.render(template, page.apply(status, Parameters.of(context)));
        });
    }

    private void search(Context context) {
        Answers.send(context, tags.ofTheMinute(context), Answers.HTML, () -> {
            Parameters parameters = Parameters.of(context);
            String text = parameters.text("q").map(String::strip).orElse("");
            SearchPages pages = new SearchPages(analytics, frame, parameters.given(View.carried()));
            return templates.render("search", pages.page(analytics.status(), text));
        });
    }

    private void data(Context context) {
        DataPages pages = new DataPages(analytics, frame);
        Answers.send(
                context,
                tags.ofTheMinute(context),
                Answers.HTML,
                () -> templates.render("data", pages.page(Parameters.of(context))));
    }

    private void definitions(Context context) {
        Answers.send(
                context,
                tags.ofTheMinute(context),
                Answers.HTML,
                () -> templates.render(
                        "definitions",
                        new DefinitionsPage(
                                frame.around("What the figures mean", analytics.status(), "", Map.of()),
                                Definitions.ALL)));
    }
}
