package io.streamgauge.web;

import static io.streamgauge.web.ApiParameter.BROADCAST_AT;
import static io.streamgauge.web.ApiParameter.BY;
import static io.streamgauge.web.ApiParameter.CATEGORIES;
import static io.streamgauge.web.ApiParameter.CATEGORY;
import static io.streamgauge.web.ApiParameter.CHANNELS;
import static io.streamgauge.web.ApiParameter.COMPARE;
import static io.streamgauge.web.ApiParameter.GENRE;
import static io.streamgauge.web.ApiParameter.GRAIN;
import static io.streamgauge.web.ApiParameter.LANGUAGE;
import static io.streamgauge.web.ApiParameter.LANGUAGES;
import static io.streamgauge.web.ApiParameter.LIMIT;
import static io.streamgauge.web.ApiParameter.MODE;
import static io.streamgauge.web.ApiParameter.MOMENT_AT;
import static io.streamgauge.web.ApiParameter.OFFSET;
import static io.streamgauge.web.ApiParameter.Q;
import static io.streamgauge.web.ApiParameter.SEARCH_LIMIT;
import static io.streamgauge.web.ApiParameter.THEME;
import static io.streamgauge.web.ApiParameter.VERSION;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Around;
import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Downloads;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Lineups;
import io.streamgauge.analytics.Moment;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.SearchResult;
import io.streamgauge.analytics.Status;
import io.streamgauge.analytics.Totals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers {@code /api/v1} with JSON, and listings with CSV where it is asked for. */
final class Api {

    static final String ROOT = "/api/v1";

    private static final String NO_CATEGORY = "none";
    private static final String BROADCAST_ID = "\\d{1,18}";
    private static final List<String> GRAINS =
            Arrays.stream(Grain.values()).map(Grain::text).toList();

    private final Analytics analytics;
    private final EntityTags tags;
    private final Downloads downloads;

    Api(Analytics analytics, EntityTags tags, Downloads downloads) {
        this.analytics = analytics;
        this.tags = tags;
        this.downloads = downloads;
    }

    List<ApiRoute> routes() {
        return List.of(
                ApiRoute.of(
                        ROOT + "/status",
                        "Freshness, slots, runs, expectations and sizes",
                        Json.type(StatusAnswer.class),
                        this::status),
                ApiRoute.of(
                        ROOT + "/slots",
                        "What came of each slot of the last days, and the last runs",
                        Json.type(SlotsAnswer.class),
                        this::slots),
                ApiRoute.of(ROOT + "/totals", "The whole platform over a period", Json.type(Totals.class), this::totals)
                        .overPeriods(GRAIN, COMPARE)
                        .comparing("summary")
                        .asRows(Json.type(Totals.Point.class)),
                ranking("channels", Ranking.Channel.class, this::channels)
                        .overPeriods(BY, LIMIT, OFFSET, LANGUAGE, CATEGORY, COMPARE),
                ranking("categories", Ranking.Category.class, this::categories)
                        .overPeriods(BY, LIMIT, OFFSET, LANGUAGE, GENRE, THEME, MODE, COMPARE),
                ranking("languages", Ranking.Language.class, this::languages).overPeriods(BY, LIMIT, OFFSET, COMPARE),
                ApiRoute.of(
                                ROOT + "/channels/{channel}",
                                "A channel, by id or login, over a period",
                                Json.type(ChannelReport.class),
                                this::channel)
                        .overPeriods(COMPARE)
                        .comparing("summary", "rank")
                        .asRows(Json.type(ChannelReport.Point.class)),
                ApiRoute.of(
                                ROOT + "/channels/{channel}/broadcasts/{broadcast}",
                                "A broadcast of a channel, by its id: figures, titles and tags, categories, curve and ranks",
                                Json.type(BroadcastReport.class),
                                this::broadcast)
                        .taking(BROADCAST_AT, VERSION)
                        .asRows(Json.type(ChannelReport.Point.class)),
                ApiRoute.of(
                                ROOT + "/categories/{category}",
                                "A category, by id, over a period; the one without a name by " + NO_CATEGORY,
                                Json.type(CategoryReport.class),
                                this::category)
                        .overPeriods(COMPARE)
                        .comparing("summary", "rank")
                        .asRows(Json.type(CategoryReport.Point.class)),
                ApiRoute.of(
                                ROOT + ComparePages.PATH,
                                "Up to five channels, categories or languages side by side over a period; without any the"
                                        + " most watched categories",
                                Json.type(Lineup.class),
                                this::compare)
                        .overPeriods(CHANNELS, CATEGORIES, LANGUAGES, COMPARE)
                        .comparing(Comparing.ROWS),
                ApiRoute.of(
                                ROOT + MomentPages.PATH,
                                "The platform at one complete snapshot: its categories and channels by viewers",
                                Json.type(Moment.class),
                                this::moment)
                        .taking(MOMENT_AT, LIMIT),
                ApiRoute.of(
                                ROOT + "/search",
                                "Channels and categories by a part of their names",
                                Json.type(SearchResult.class),
                                this::search)
                        .taking(Q, SEARCH_LIMIT));
    }

    private static ApiRoute ranking(String what, Class<? extends Record> row, ApiRoute.Answering answering) {
        return ApiRoute.of(
                        ROOT + "/rankings/" + what,
                        "The ranking of " + what + " over a period",
                        Json.type(Ranking.class, row),
                        answering)
                .comparing(Comparing.ROWS)
                .asRows(Json.type(row));
    }

    private void status(Context context, Parameters parameters, ApiRoute.Form form) {
        json(context, tags.ofTheMinute(context), () -> StatusAnswer.of(analytics));
    }

    private void slots(Context context, Parameters parameters, ApiRoute.Form form) {
        json(context, tags.ofTheMinute(context), () -> SlotsAnswer.of(analytics));
    }

    private void totals(Context context, Parameters parameters, ApiRoute.Form form) {
        AskedPeriod asked = period(parameters);
        Grain grain = parameters.choice(GRAIN.text(), Grain::of, GRAINS).orElse(Grain.SNAPSHOT);
        SeriesLimit.check(asked.period(), grain, analytics.status());
        if (form != ApiRoute.Form.JSON) {
            rows(
                    context,
                    tags.of(context, asked.period()),
                    form,
                    Totals.Point.class,
                    () -> analytics.totals(asked.period(), grain, asked.zone()).series(),
                    downloads);
        } else {
            compared(context, parameters, asked, period -> analytics.totals(period, grain, asked.zone()), "summary");
        }
    }

    private void channels(Context context, Parameters parameters, ApiRoute.Form form) {
        ranking(context, parameters, form, Ranking.Channel.class, Ranking.Channel::channelId, analytics::channels);
    }

    private void categories(Context context, Parameters parameters, ApiRoute.Form form) {
        ranking(context, parameters, form, Ranking.Category.class, Ranking.Category::categoryId, analytics::categories);
    }

    private void languages(Context context, Parameters parameters, ApiRoute.Form form) {
        ranking(context, parameters, form, Ranking.Language.class, Ranking.Language::language, analytics::languages);
    }

    private <T extends Record> void ranking(
            Context context,
            Parameters parameters,
            ApiRoute.Form form,
            Class<T> type,
            Function<T, String> id,
            BiFunction<Period, RankingQuery, Ranking<T>> rank) {
        AskedPeriod asked = period(parameters);
        RankingQuery query = RankingParameters.query(parameters);
        Optional<Period> earlier =
                Comparing.period(parameters, asked, analytics.status().now());
        String tag = tags.of(context, asked.period());
        if (form != ApiRoute.Form.JSON) {
            rows(
                    context,
                    tag,
                    form,
                    type,
                    () -> rank.apply(asked.period(), query).rows(),
                    downloads);
        } else {
            json(context, tag, () -> {
                Ranking<T> now = rank.apply(asked.period(), query);
                return earlier.<Object>map(period -> Comparing.ranked(now, rank.apply(period, query.largest()), id))
                        .orElse(now);
            });
        }
    }

    private void channel(Context context, Parameters parameters, ApiRoute.Form form) {
        String channel = context.pathParam("channel");
        reported(
                context,
                parameters,
                form,
                period -> analytics.channel(channel, period).orElseThrow(() -> RefusedRequest.unknownChannel(channel)),
                ChannelReport.Point.class,
                ChannelReport::series);
    }

    private void broadcast(Context context, Parameters parameters, ApiRoute.Form form) {
        String channel = context.pathParam("channel");
        String broadcast = context.pathParam("broadcast");
        if (!broadcast.matches(BROADCAST_ID)) {
            throw RefusedRequest.badParameter("broadcast", broadcast, "a broadcast's id, a whole number");
        }
        Optional<Instant> at = parameters.text("at").map(text -> AskedPeriod.time("at", text, ZoneOffset.UTC));
        Supplier<BroadcastReport> report = () -> analytics
                .broadcast(channel, Long.parseLong(broadcast), at)
                .orElseThrow(() -> RefusedRequest.unknownBroadcast(broadcast, channel, at));
        if (form == ApiRoute.Form.JSON) {
            json(context, tags.ofData(context), report::get);
        } else {
            rows(
                    context,
                    tags.ofData(context),
                    form,
                    ChannelReport.Point.class,
                    () -> report.get().series(),
                    downloads);
        }
    }

    private void category(Context context, Parameters parameters, ApiRoute.Form form) {
        String category = context.pathParam("category");
        String id = category.equals(NO_CATEGORY) ? "" : category;
        reported(
                context,
                parameters,
                form,
                period -> analytics.category(id, period).orElseThrow(() -> RefusedRequest.unknownCategory(category)),
                CategoryReport.Point.class,
                CategoryReport::series);
    }

    /** Answers with a report, compared with that of another period where one is given, or with the rows of its series. */
    private <R, P extends Record> void reported(
            Context context,
            Parameters parameters,
            ApiRoute.Form form,
            Function<Period, R> report,
            Class<P> point,
            Function<R, List<P>> series) {
        AskedPeriod asked = period(parameters);
        SeriesLimit.check(asked.period(), Grain.SNAPSHOT, analytics.status());
        if (form == ApiRoute.Form.JSON) {
            compared(context, parameters, asked, report::apply, "summary", "rank");
        } else {
            rows(
                    context,
                    tags.of(context, asked.period()),
                    form,
                    point,
                    () -> series.apply(report.apply(asked.period())),
                    downloads);
        }
    }

    private void moment(Context context, Parameters parameters, ApiRoute.Form form) {
        Status status = analytics.status();
        Instant at = MomentPages.time(parameters, status);
        int limit = parameters.whole(LIMIT.text(), RankingParameters.USUAL_LIMIT, 1, RankingQuery.LARGEST_LIMIT);
        json(context, tags.ofTheMinute(context), () -> {
            Around around = analytics.around(at);
            return around.snapshot()
                    .flatMap(snapshot -> analytics.moment(snapshot, limit))
                    .orElseThrow(() -> RefusedRequest.noSnapshot(at, around, status.now()));
        });
    }

    private void compare(Context context, Parameters parameters, ApiRoute.Form form) {
        AskedPeriod asked = period(parameters);
        SeriesLimit.check(asked.period(), Grain.SNAPSHOT, analytics.status());
        Lineups lineups = new Lineups(analytics);
        Optional<Chosen> given = Chosen.of(parameters);
        Optional<Period> earlier =
                Comparing.period(parameters, asked, analytics.status().now());
        json(context, tags.of(context, asked.period()), () -> {
            Chosen chosen = given.orElseGet(
                    () -> new Chosen(Lineup.Kind.CATEGORIES, lineups.largest(Lineup.Kind.CATEGORIES, asked.period())));
            Function<Period, Lineup> lineup =
                    period -> lineups.of(chosen.kind(), chosen.ids(), period, id -> Chosen.unknown(chosen.kind(), id));
            Lineup now = lineup.apply(asked.period());
            return earlier.<Object>map(period -> Comparing.lineup(now, lineup.apply(period)))
                    .orElse(now);
        });
    }

    /** Answers about the period asked for, and about the one compared with where one is given. */
    private void compared(
            Context context,
            Parameters parameters,
            AskedPeriod asked,
            Function<Period, Object> answer,
            String... parts) {
        Optional<Period> earlier =
                Comparing.period(parameters, asked, analytics.status().now());
        json(context, tags.of(context, asked.period()), () -> earlier.<Object>map(
                        period -> Comparing.with(answer.apply(asked.period()), answer.apply(period), parts))
                .orElseGet(() -> answer.apply(asked.period())));
    }

    private void search(Context context, Parameters parameters, ApiRoute.Form form) {
        String text = parameters.text(Q.text()).map(String::strip).orElse("");
        if (text.isEmpty()) {
            throw RefusedRequest.badParameter(Q.text(), "", "a part of a name");
        }
        int limit = parameters.whole(SEARCH_LIMIT.text(), 20, 1, 100);
        json(context, tags.ofData(context), () -> analytics.search(text, limit));
    }

    private AskedPeriod period(Parameters parameters) {
        return period(parameters, analytics);
    }

    /** The period that a request asks for; refused where it is the newest one and there is no snapshot. */
    static AskedPeriod period(Parameters parameters, Analytics analytics) {
        boolean asksForNewest =
                parameters.text("from").isEmpty() && parameters.text("at").isEmpty();
        if (asksForNewest && analytics.status().newest().isEmpty()) {
            throw RefusedRequest.notFound("No snapshot has been taken yet, so there is no newest period");
        }
        return AskedPeriod.of(parameters, analytics);
    }

    static void json(Context context, String tag, Supplier<Object> answer) {
        Answers.send(context, tag, Answers.JSON, () -> Json.bytes(answer.get()));
    }

    static <T extends Record> void rows(
            Context context,
            String tag,
            ApiRoute.Form form,
            Class<T> type,
            Supplier<List<T>> rows,
            Downloads downloads) {
        if (form == ApiRoute.Form.PARQUET) {
            Answers.send(
                    context, tag, TableRoutes.PARQUET, () -> RowsAsParquet.of(type, rows.get(), downloads::parquet));
        } else {
            Answers.send(context, tag, Csv.CONTENT_TYPE, () -> Csv.of(type, rows.get())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
