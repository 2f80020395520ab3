package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Totals;
import io.streamgauge.web.page.Answer;
import io.streamgauge.web.page.LanguageNames;
import io.streamgauge.web.page.RankingPage;
import java.util.ArrayList;
import java.util.List;
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
        return new RankingPage(
                frame.around("Categories, " + view.control().label(), view).around(totals.meta()),
                Answer.coverage(totals, view.comparison()),
                filters(view, query),
                new RankingTables(analytics, view).categories(query));
    }

    RankingPage channels(View view, Parameters parameters) {
        RankingQuery query = query(parameters, parameters.text("category"));
        Totals totals = totals(view);
        return new RankingPage(
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
        return new RankingPage(
                frame.around("Languages, " + view.control().label(), view).around(totals.meta()),
                Answer.coverage(totals, view.comparison()),
                List.of(),
                new RankingTables(analytics, view).languages(query));
    }

    private static RankingQuery query(Parameters parameters, Optional<String> category) {
        return new RankingQuery(
                RankingParameters.by(parameters),
                Listing.PAGE,
                parameters.whole("offset", 0, 0, 100_000_000),
                parameters.text("language").filter(language -> !language.isEmpty()),
                category);
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
