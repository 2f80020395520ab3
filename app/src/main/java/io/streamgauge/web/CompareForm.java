package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.SearchResult;
import io.streamgauge.web.page.ComparePage;
import io.streamgauge.web.page.LanguageNames;
import io.streamgauge.web.page.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form that finds what to put beside the others. */
final class CompareForm {

    private static final String SEARCH = "add";
    private static final int HITS = 12;

    private final Analytics analytics;
    private final View view;
    private final Optional<Lineup> shown;

    /** @param shown what was chosen, empty where nothing was */
    CompareForm(Analytics analytics, View view, Optional<Lineup> shown) {
        this.analytics = analytics;
        this.view = view;
        this.shown = shown;
    }

    ComparePage.Adding adding(Parameters parameters) {
        String text = parameters.text(SEARCH).map(String::strip).orElse("");
        boolean isFull =
                shown.filter(lineup -> lineup.rows().size() >= Lineup.MOST).isPresent();
        return new ComparePage.Adding(
                isFull ? "" : label(),
                SEARCH,
                text,
                hidden(),
                isFull || text.isEmpty() ? List.of() : hits(text),
                isFull
                        ? "Five stand side by side, and no more fit; remove one to add another."
                        : text.isEmpty() ? "" : "Nothing else with that name.");
    }

    private String label() {
        return shown.map(lineup -> switch (kind(lineup)) {
                    case CHANNELS -> "Add a streamer";
                    case CATEGORIES -> "Add a category";
                    case LANGUAGES -> "Add a language";
                })
                .orElse("Compare a streamer, category or language");
    }

    private List<Layout.Hidden> hidden() {
        Map<String, String> kept = new LinkedHashMap<>();
        shown.ifPresent(lineup -> kept.put(lineup.kind(), Chosen.text(kind(lineup), ids(lineup))));
        kept.putAll(view.state());
        return kept.entrySet().stream()
                .map(entry -> new Layout.Hidden(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<ComparePage.Hit> hits(String text) {
        SearchResult found = analytics.search(text, HITS);
        List<ComparePage.Hit> hits = new ArrayList<>();
        if (isOpenFor(Lineup.Kind.CHANNELS)) {
            found.channels()
                    .forEach(channel ->
                            add(hits, Lineup.Kind.CHANNELS, channel.channelId(), channel.name(), "streamer"));
        }
        if (isOpenFor(Lineup.Kind.CATEGORIES)) {
            found.categories()
                    .forEach(category ->
                            add(hits, Lineup.Kind.CATEGORIES, category.categoryId(), category.name(), "category"));
        }
        if (isOpenFor(Lineup.Kind.LANGUAGES)) {
            languages(text).forEach(code -> add(hits, Lineup.Kind.LANGUAGES, code, LanguageNames.of(code), "language"));
        }
        return hits;
    }

    private List<String> languages(String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        RankingQuery all = RankingQuery.top(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT);
        return analytics.languages(view.asked().period(), all).rows().stream()
                .map(Ranking.Language::language)
                .filter(code -> code.equals(sought)
                        || LanguageNames.of(code).toLowerCase(Locale.ROOT).contains(sought))
                .limit(HITS)
                .toList();
    }

    private void add(List<ComparePage.Hit> hits, Lineup.Kind kind, String id, String name, String what) {
        List<String> ids = new ArrayList<>(shown.map(CompareForm::ids).orElse(List.of()));
        if (!ids.contains(id)) {
            ids.add(id);
            hits.add(new ComparePage.Hit(
                    name, what, ComparePages.address(view, kind, ids).toString()));
        }
    }

    private boolean isOpenFor(Lineup.Kind kind) {
        return shown.map(lineup -> kind(lineup) == kind).orElse(true);
    }

    private static Lineup.Kind kind(Lineup lineup) {
        return Lineup.Kind.of(lineup.kind()).orElseThrow();
    }

    private static List<String> ids(Lineup lineup) {
        return lineup.rows().stream().map(Lineup.Row::id).toList();
    }
}
