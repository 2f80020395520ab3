package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Curves;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Columns;
import io.streamgauge.web.page.LabelRankings;
import io.streamgauge.web.page.LabelWords;
import io.streamgauge.web.page.LanguageRankings;
import io.streamgauge.web.page.RankingTable;
import io.streamgauge.web.page.Rankings;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Asks for rankings of a period and of the time before, and lays them out as tables. */
final class RankingTables {

    private final Analytics analytics;
    private final View view;
    private final Period period;

    RankingTables(Analytics analytics, View view) {
        this.analytics = analytics;
        this.view = view;
        this.period = view.asked().period();
    }

    RankingTable categories(RankingQuery query) {
        Ranking<Ranking.Category> now = analytics.categories(period, query);
        Ranking<Ranking.Category> before =
                analytics.categoryPlaces(view.comparison().before(), query.largest());
        Rankings rankings = new Rankings(query.by(), view.comparison(), id -> view.to(CategoryAddress.path(id))
                .toString());
        Listing listing = new Listing(view, "/categories", query, now.total(), "categories");
        return new RankingTable(
                        "categories",
                        "Categories",
                        listing.subtitle(Rankings.shareOfCategories(now)),
                        Columns.of(
                                view.address(), query.by(), "Channels", "Live channels on average", "average_channels"),
                        rankings.categoryRows(now, before),
                        rankings.categoryShares(now),
                        listing.more(),
                        listing.earlier(),
                        listing.later(),
                        compare(Lineup.Kind.CATEGORIES, now, Ranking.Category::categoryId),
                        listing.csvHref("/api/v1/rankings/categories.csv"),
                        listing.dataHref("/api/v1/rankings/categories"),
                        query.labels().isEmpty()
                                ? "No category was seen live in this period."
                                : unknownOr("No such category was seen live in this period."))
                .with(curves(query, analytics::categoryCurves));
    }

    RankingTable channels(RankingQuery query) {
        Ranking<Ranking.Channel> now = analytics.channels(period, query);
        Ranking<Ranking.Channel> before =
                analytics.channelPlaces(view.comparison().before(), query.largest());
        Rankings rankings = new Rankings(query.by(), view.comparison(), this::channelHref);
        Listing listing = new Listing(view, "/channels", query, now.total(), "streamers");
        return new RankingTable(
                        "streamers",
                        "Streamers",
                        listing.subtitle(Rankings.shareOfChannels(now)),
                        Columns.of(view.address(), query.by(), "Hours live", "Hours on air", "airtime_hours"),
                        rankings.channelRows(now, before),
                        rankings.channelShares(now),
                        listing.more(),
                        listing.earlier(),
                        listing.later(),
                        compare(Lineup.Kind.CHANNELS, now, Ranking.Channel::channelId),
                        listing.csvHref("/api/v1/rankings/channels.csv"),
                        listing.dataHref("/api/v1/rankings/channels"),
                        "No streamer was seen live in this period.")
                .with(curves(query, analytics::channelCurves));
    }

    RankingTable languages(RankingQuery query) {
        Ranking<Ranking.Language> now = analytics.languages(period, query);
        Ranking<Ranking.Language> before = analytics.languages(view.comparison().before(), query.largest());
        Rankings ranked = new Rankings(query.by(), view.comparison(), code -> view.to("/channels")
                .with("language", code)
                .toString());
        LanguageRankings rankings = new LanguageRankings(ranked, now);
        Listing listing = new Listing(view, "/languages", query, now.total(), "languages");
        return new RankingTable(
                "languages",
                "Languages",
                listing.subtitle(rankings.share()),
                Columns.withSharesAndChannels(view.address(), query.by()),
                rankings.rows(before),
                rankings.shares(),
                listing.more(),
                listing.earlier(),
                listing.later(),
                compare(Lineup.Kind.LANGUAGES, now, Ranking.Language::language),
                listing.csvHref("/api/v1/rankings/languages.csv"),
                listing.dataHref("/api/v1/rankings/languages"),
                "No language was heard in this period.");
    }

    RankingTable labels(LabelKind kind, RankingQuery query) {
        Ranking<Ranking.Label> now = analytics.labels(kind, period, query);
        Ranking<Ranking.Label> before = analytics.labels(kind, view.comparison().before(), query.largest());
        Rankings ranked = new Rankings(query.by(), view.comparison(), id -> labelHref(kind, id));
        Listing listing = new Listing(view, "/" + kind.many(), query, now.total(), kind.many());
        String api = "/api/v1/rankings/" + kind.many();
        return new RankingTable(
                        kind.many(),
                        LabelWords.title(kind),
                        listing.stretch(),
                        Columns.withSharesAndChannels(view.address(), query.by()),
                        new LabelRankings(ranked, kind, now).rows(before),
                        Optional.empty(),
                        listing.more(),
                        listing.earlier(),
                        listing.later(),
                        Optional.empty(),
                        listing.csvHref(api + ".csv"),
                        listing.dataHref(api),
                        unknownOr("Nobody was seen live in this period."))
                .with(curves(query, (asked, part) -> analytics.labelCurves(kind, asked, part)));
    }

    /** The ages of games, the youngest first. */
    RankingTable ages() {
        RankingQuery query = RankingQuery.top(RankedBy.HOURS_WATCHED, Listing.PAGE);
        Ranking<Ranking.Label> ranking = analytics.labels(LabelKind.AGE, period, query);
        Ranking<Ranking.Label> now = new Ranking<>(
                ranking.meta(),
                ranking.rows().stream().sorted(LabelApi.YOUNGEST_FIRST).toList(),
                ranking.total(),
                ranking.viewerSeconds());
        Ranking<Ranking.Label> before =
                analytics.labels(LabelKind.AGE, view.comparison().before(), query);
        Rankings ranked = new Rankings(query.by(), view.comparison(), id -> labelHref(LabelKind.AGE, id));
        LabelRankings rankings = new LabelRankings(ranked, LabelKind.AGE, now);
        return new RankingTable(
                "ages",
                LabelWords.title(LabelKind.AGE),
                "",
                Columns.fixedWithShares(view.address()),
                rankings.rows(before),
                rankings.shares(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                view.to("/api/v1/ages.csv").toString(),
                view.api("/api/v1/ages").toString(),
                unknownOr("Nobody was seen live in this period."));
    }

    private String labelHref(LabelKind kind, String id) {
        return view.to(LabelAddress.path(kind, Long.parseLong(id))).toString();
    }

    private String unknownOr(String reason) {
        return analytics.knowsGames() ? reason : LabelWords.UNKNOWN;
    }

    /** The first rows side by side. */
    private <T> Optional<RankingTable.Link> compare(Lineup.Kind kind, Ranking<T> now, Function<T, String> id) {
        List<String> ids = now.rows().stream()
                .map(id)
                .filter(each -> !each.isEmpty() || kind == Lineup.Kind.CATEGORIES)
                .limit(Lineup.MOST)
                .toList();
        return ids.size() < 2
                ? Optional.empty()
                : Optional.of(new RankingTable.Link(
                        ComparePages.address(view, kind, ids).toString(), "Compare the first " + ids.size()));
    }

    /** Hours watched over time of each row; none over periods too long for a look at each. */
    private Curves curves(RankingQuery query, BiFunction<Period, RankingQuery, Curves> curves) {
        return period.seconds() > Curves.LONGEST.toSeconds() || query.limit() > Curves.MOST
                ? new Curves(null, "", List.of(), List.of())
                : curves.apply(period, query);
    }

    private String channelHref(String id) {
        return view.to("/channels/" + Address.segment(id)).toString();
    }
}
