package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Downloads;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Relation;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.HowPage;
import io.streamgauge.web.page.Numbers;
import io.streamgauge.web.page.ZonedTimes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the page that says how the figures of a period were computed: from which snapshots, by which models. */
final class HowPages {

    static final String PATH = "/how";

    private static final List<HowPage.Figure> FIGURES = List.of(
            figure("Figures of the whole platform", "hours-watched", "platform_metrics"),
            figure("Peaks of the whole platform", "peak-viewers", "platform_audience"),
            figure("Figures of streamers", "average-viewers", "channel_metrics"),
            figure("Figures of categories", "average-viewers", "category_metrics"),
            figure("Peaks of categories", "peak-viewers", "category_audience"),
            figure("Figures of languages", "hours-watched", "language_metrics"),
            figure("Figures of genres, themes, modes and ages", "genres", "label_metrics"),
            figure("Broadcasts started", "broadcasts-started", "gold_broadcast_starts"),
            figure("Measured and bridged time", "coverage", "covered_time"));

    private final Analytics analytics;
    private final EntityTags tags;
    private final Frame frame;
    private final Templates templates;
    private final Downloads downloads;

    HowPages(Analytics analytics, EntityTags tags, Frame frame, Templates templates, Downloads downloads) {
        this.analytics = analytics;
        this.tags = tags;
        this.frame = frame;
        this.templates = templates;
        this.downloads = downloads;
    }

    private static HowPage.Figure figure(String name, String definition, String model) {
        return new HowPage.Figure(name, "/definitions#" + definition, model, "#" + model);
    }

    void addTo(Routes routes) {
        routes.add(PATH, this::page);
    }

    /** The snapshots of a period, also by the API. */
    ApiRoute route() {
        return ApiRoute.of(
                        Api.ROOT + "/snapshots",
                        "The complete snapshots that figures over a period are computed from, and those that are missing",
                        Json.type(Snapshots.class),
                        (context, parameters, form) -> {
                            AskedPeriod asked = AskedPeriod.of(parameters, analytics);
                            Answers.send(
                                    context,
                                    tags.of(context, asked.period()),
                                    Answers.JSON,
                                    () -> Json.bytes(snapshots(asked)));
                        })
                .overPeriods();
    }

    private Snapshots snapshots(AskedPeriod asked) {
        Status status = analytics.status();
        SeriesLimit.check(asked.period(), Grain.SNAPSHOT, status);
        return Snapshots.of(analytics.totals(asked.period(), Grain.SNAPSHOT), status.cadenceSeconds());
    }

    private void page(Context context) {
        Answers.send(context, tags.ofTheMinute(context), Answers.HTML, () -> {
            Status status = analytics.status();
            View view = View.of(context, Parameters.of(context), analytics, status);
            Snapshots snapshots = snapshots(view.asked());
            return templates.render(
                    "how",
                    new HowPage(
                            frame.around("How the figures were computed", view).around(snapshots.meta()),
                            sentences(snapshots, view),
                            snapshots.missing().stream()
                                    .map(view.times()::moment)
                                    .toList(),
                            Address.of(Api.ROOT + "/snapshots")
                                    .with(view.asked().parameters())
                                    .toString(),
                            FIGURES,
                            steps()));
        });
    }

    private static List<HowPage.Sentence> sentences(Snapshots snapshots, View view) {
        if (snapshots.count() == 0) {
            return List.of(new HowPage.Sentence("There is no complete snapshot of this period.", "count"));
        }
        ZonedTimes times = view.times();
        return List.of(
                new HowPage.Sentence(
                        Numbers.counted(snapshots.count(), "complete snapshot", "complete snapshots")
                                + ", the first of " + times.full(snapshots.first()) + ", the last of "
                                + times.full(snapshots.last()) + " " + times.name() + ".",
                        "count first last"),
                new HowPage.Sentence(
                        snapshots.missingSlots() == 0
                                ? "None is missing between them."
                                : Numbers.counted(snapshots.missingSlots(), "slot", "slots")
                                        + " between them without a complete snapshot.",
                        "missing_slots"),
                new HowPage.Sentence(
                        "All of data version " + snapshots.meta().dataVersion() + ".", "meta/data_version"));
    }

    /** The models behind the figures, and what they read, each after what it reads. */
    private List<HowPage.Step> steps() {
        Set<String> needed = new LinkedHashSet<>();
        FIGURES.forEach(figure -> need(figure.model(), needed));
        return downloads.relations().stream()
                .filter(relation -> needed.contains(relation.name()))
                .map(HowPages::step)
                .toList();
    }

    private void need(String name, Set<String> needed) {
        downloads.relation(name).filter(relation -> needed.add(name)).ifPresent(relation -> relation.inputs()
                .forEach(input -> need(input, needed)));
    }

    private static HowPage.Step step(Relation relation) {
        List<HowPage.Column> columns = new ArrayList<>();
        relation.columns().forEach(column -> columns.add(new HowPage.Column(column.name(), column.meaning())));
        return new HowPage.Step(
                relation.name(), relation.description(), String.join(", ", relation.inputs()), relation.sql(), columns);
    }
}
