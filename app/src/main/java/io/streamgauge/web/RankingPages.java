package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Totals;
import io.streamgauge.web.page.Answer;
import io.streamgauge.web.page.LabelWords;
import io.streamgauge.web.page.LanguageNames;
import io.streamgauge.web.page.Layout;
import io.streamgauge.web.page.RankingPage;
import io.streamgauge.web.page.RankingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the full listings of categories and streamers. */
final class RankingPages {

    private final Analytics analytics;
    private final Frame frame;

    RankingPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    RankingPage categories(View view, Parameters parameters) {
        RankingQuery query = query(parameters, Optional.empty());
        Totals totals = totals(view);
        boolean isNarrowed = !query.labels().isEmpty();
        return new RankingPage(
                frame.around("Categories, " + view.control().label(), view).around(totals.meta()),
                List.of(),
                Answer.coverage(totals, view.comparison()),
                isNarrowed && !analytics.knowsGames() ? List.of(LabelWords.UNKNOWN) : List.of(),
                filters(view, query),
                analytics.knowsGames() ? Optional.of(narrowing(view, query)) : Optional.empty(),
                new RankingTables(analytics, view).categories(query),
                isNarrowed && analytics.knowsGames());
    }

    RankingPage channels(View view, Parameters parameters) {
        RankingQuery query = query(parameters, parameters.text("category"));
        Totals totals = totals(view);
        return RankingPage.of(
                frame.around("Streamers, " + view.control().label(), view).around(totals.meta()),
                Answer.coverage(totals, view.comparison()),
                filters(view, query),
                new RankingTables(analytics, view).channels(query));
    }

    RankingPage languages(View view, Parameters parameters) {
        RankingQuery query = new RankingQuery(
                view.by(),
                Listing.PAGE,
                parameters.whole("offset", 0, 0, RankingParameters.LARGEST_OFFSET),
                Optional.empty(),
                Optional.empty());
        Totals totals = totals(view);
        return RankingPage.of(
                frame.around("Languages, " + view.control().label(), view).around(totals.meta()),
                Answer.coverage(totals, view.comparison()),
                List.of(),
                new RankingTables(analytics, view).languages(query));
    }

    /** Genres, themes or modes. */
    RankingPage labels(LabelKind kind, View view, Parameters parameters) {
        RankingQuery query = RankingQuery.top(view.by(), Listing.PAGE)
                .part(Listing.PAGE, parameters.whole("offset", 0, 0, RankingParameters.LARGEST_OFFSET));
        return labels(kind, view, new RankingTables(analytics, view).labels(kind, query));
    }

    /** How hours watched are divided over the ages of games. */
    RankingPage ages(View view, Parameters parameters) {
        return labels(LabelKind.AGE, view, new RankingTables(analytics, view).ages());
    }

    private RankingPage labels(LabelKind kind, View view, RankingTable table) {
        Totals totals = totals(view);
        return new RankingPage(
                frame.around(LabelWords.title(kind) + ", " + view.control().label(), view)
                        .around(totals.meta()),
                LabelPages.siblings(view, kind.many()),
                Answer.coverage(totals, view.comparison()),
                table.rows().isEmpty() ? List.of() : List.of(LabelWords.counting(kind)),
                List.of(),
                Optional.empty(),
                table,
                !table.rows().isEmpty());
    }

    private static RankingQuery query(Parameters parameters, Optional<String> category) {
        return new RankingQuery(
                RankingParameters.by(parameters),
                Listing.PAGE,
                parameters.whole("offset", 0, 0, 100_000_000),
                parameters.text("language").filter(language -> !language.isEmpty()),
                category,
                RankingParameters.labels(parameters));
    }

    private RankingPage.Narrowing narrowing(View view, RankingQuery query) {
        List<RankingPage.Choice> choices = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        for (LabelKind kind : LabelKind.values()) {
            if (kind.isShared()) {
                choices.add(choice(kind, query));
                chosen.add(kind.text());
            }
        }
        Map<String, String> kept =
                view.address().without(chosen.toArray(String[]::new)).parameters();
        return new RankingPage.Narrowing(
                view.address().path(),
                kept.entrySet().stream()
                        .map(one -> new Layout.Hidden(one.getKey(), one.getValue()))
                        .toList(),
                choices);
    }

    private RankingPage.Choice choice(LabelKind kind, RankingQuery query) {
        Optional<Long> chosen = Optional.ofNullable(query.labels().get(kind));
        List<RankingPage.Option> options = new ArrayList<>();
        options.add(new RankingPage.Option("", "any", chosen.isEmpty()));
        analytics.labelNames(kind).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(known -> option(kind, known.getKey(), known.getValue(), chosen))
                .forEach(options::add);
        options.add(option(kind, 0, "", chosen));
        return new RankingPage.Choice(kind.text(), LabelWords.one(kind), options);
    }

    private static RankingPage.Option option(LabelKind kind, long id, String name, Optional<Long> chosen) {
        return new RankingPage.Option(
                LabelAddress.segment(id),
                LabelWords.name(kind, id, name),
                chosen.filter(own -> own == id).isPresent());
    }

    private Totals totals(View view) {
        return analytics.totals(view.asked().period(), Grain.DAY);
    }

    private List<RankingPage.Filter> filters(View view, RankingQuery query) {
        List<RankingPage.Filter> filters = new ArrayList<>();
        query.category()
                .ifPresent(id -> filters.add(new RankingPage.Filter(
                        "Category: " + categoryName(view, id),
                        view.address().without("category").toString())));
        query.language()
                .ifPresent(language -> filters.add(new RankingPage.Filter(
                        "Language: " + LanguageNames.of(language),
                        view.address().without("language").toString())));
        return filters;
    }

    private String categoryName(View view, String id) {
        return analytics
                .categories(view.asked().period(), RankingQuery.top(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT))
                .rows()
                .stream()
                .filter(row -> row.categoryId().equals(id))
                .map(Ranking.Category::name)
                .findFirst()
                .orElse("number " + id);
    }
}
