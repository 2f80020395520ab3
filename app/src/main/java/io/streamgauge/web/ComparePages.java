package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Lineups;
import io.streamgauge.analytics.Period;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.ComparePage;
import io.streamgauge.web.page.LinesDrawing;
import io.streamgauge.web.page.LineupFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the page that puts channels, categories or languages side by side. */
final class ComparePages {

    static final String PATH = "/compare";

    private final Analytics analytics;
    private final Lineups lineups;
    private final Frame frame;

    ComparePages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.lineups = new Lineups(analytics);
        this.frame = frame;
    }

    ComparePage page(View view, Parameters parameters) {
        Period period = view.asked().period();
        SeriesLimit.check(period, Grain.SNAPSHOT, view.status());
        Optional<Chosen> given = Chosen.of(parameters);
        Chosen chosen = given.orElseGet(
                () -> new Chosen(Lineup.Kind.CATEGORIES, lineups.largest(Lineup.Kind.CATEGORIES, period)));
        Lineup now = lineup(chosen, period);
        Lineup before = lineup(chosen, view.comparison().before());
        LineupFigures figures = new LineupFigures(now, before, view.comparison(), view.times());
        return new ComparePage(
                frame.around("Compare " + figures.many() + ", " + view.control().label(), view)
                        .withCharts()
                        .around(now.meta()),
                figures.many(),
                given.isEmpty(),
                figures.coverage(),
                figures.rows(row -> href(view, chosen.kind(), row), row -> without(view, chosen.kind(), now, row)
                        .toString()),
                now.rows().stream().allMatch(row -> row.series().isEmpty())
                        ? Optional.empty()
                        : Optional.of(new LinesDrawing(period, view.times(), Json::textForHtml, frame.breaks())
                                .chart(now, Grains.averagedInChart(period), dataHref(view, chosen))),
                dataHref(view, chosen),
                new CompareForm(analytics, view, given.map(known -> now)).adding(parameters));
    }

    private Lineup lineup(Chosen chosen, Period period) {
        return lineups.of(chosen.kind(), chosen.ids(), period, id -> Chosen.unknown(chosen.kind(), id));
    }

    private static String href(View view, Lineup.Kind kind, Lineup.Row row) {
        return switch (kind) {
            case CHANNELS -> view.to("/channels/" + Address.segment(row.id())).toString();
            case CATEGORIES -> view.to(CategoryAddress.path(row.id())).toString();
            case LANGUAGES -> view.to("/channels").with("language", row.id()).toString();
        };
    }

    private static Address without(View view, Lineup.Kind kind, Lineup now, Lineup.Row row) {
        List<String> others =
                new ArrayList<>(now.rows().stream().map(Lineup.Row::id).toList());
        others.remove(row.id());
        return others.isEmpty() ? view.to(PATH) : address(view, kind, others);
    }

    /** Where these are compared over the period of another page. */
    static Address address(View view, Lineup.Kind kind, List<String> ids) {
        return Address.of(PATH).with(kind.text(), Chosen.text(kind, ids)).with(view.state());
    }

    private static String dataHref(View view, Chosen chosen) {
        return address(view, chosen.kind(), chosen.ids()).at(Api.ROOT + PATH).toString();
    }
}
