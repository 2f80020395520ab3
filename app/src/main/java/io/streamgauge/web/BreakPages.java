package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.web.breaks.Break;
import io.streamgauge.web.page.BreakMark;
import io.streamgauge.web.page.BreaksPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the known breaks in counting, on a page and in the API. */
final class BreakPages {

    private static final String PATH = BreakMark.PATH;

    private final Analytics analytics;
    private final EntityTags tags;
    private final Frame frame;
    private final Templates templates;
    private final List<Break> breaks;

    /** @param breaks the earliest first */
    BreakPages(Analytics analytics, EntityTags tags, Frame frame, Templates templates, List<Break> breaks) {
        this.analytics = analytics;
        this.tags = tags;
        this.frame = frame;
        this.templates = templates;
        this.breaks = breaks;
    }

    /**
     * What the API answers.
     *
     * @param meta of the last day, null before the first snapshot
     * @param rows the earliest first
     */
    record Answer(Meta meta, List<Row> rows) {}

    record Row(String id, Instant at, String title, String change, String effect, String source) {

        static Row of(Break each) {
            return new Row(each.id(), each.at(), each.title(), each.change(), each.effect(), each.source());
        }
    }

    void addTo(Routes routes) {
        routes.add(
                PATH,
                context -> Answers.send(
                        context, tags.ofTheMinute(context), Answers.HTML, () -> templates.render("breaks", page())));
    }

    ApiRoute route() {
        return ApiRoute.of(
                Api.ROOT + PATH,
                "The known times at which the platform began to count differently",
                Json.type(Answer.class),
                (context, parameters, form) ->
                        Answers.send(context, tags.ofTheMinute(context), Answers.JSON, () -> Json.bytes(answer())));
    }

    private BreaksPage page() {
        List<Break> newestFirst = new ArrayList<>(breaks);
        Collections.reverse(newestFirst);
        return new BreaksPage(
                frame.around("Breaks in counting", analytics.status(), "", Map.of()),
                newestFirst.stream().map(BreaksPage.Entry::of).toList());
    }

    private Answer answer() {
        Meta meta = analytics.status().newest().isEmpty()
                ? null
                : analytics
                        .totals(analytics.period(PeriodName.LAST_DAY, Optional.empty()), Grain.DAY)
                        .meta();
        return new Answer(meta, breaks.stream().map(Row::of).toList());
    }
}
