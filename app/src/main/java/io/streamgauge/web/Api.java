package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Totals;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers {@code /api/v1} with JSON, and listings with CSV where it is asked for. */
final class Api {

    private static final String ROOT = "/api/v1";
    private static final String NO_CATEGORY = "none";
    private static final List<String> GRAINS =
            Arrays.stream(Grain.values()).map(Grain::text).toList();

    private final Analytics analytics;
    private final EntityTags tags;

    Api(Analytics analytics, EntityTags tags) {
        this.analytics = analytics;
        this.tags = tags;
    }

    void addTo(Routes routes) {
        routes.add(ROOT + "/status", this::status);
        routes.add(ROOT + "/totals", context -> totals(context, asksForCsv(context)));
        routes.add(ROOT + "/totals.csv", context -> totals(context, true));
        routes.add(ROOT + "/rankings/channels", context -> channels(context, asksForCsv(context)));
        routes.add(ROOT + "/rankings/channels.csv", context -> channels(context, true));
        routes.add(ROOT + "/rankings/categories", context -> categories(context, asksForCsv(context)));
        routes.add(ROOT + "/rankings/categories.csv", context -> categories(context, true));
        routes.add(ROOT + "/rankings/languages", context -> languages(context, asksForCsv(context)));
        routes.add(ROOT + "/rankings/languages.csv", context -> languages(context, true));
        routes.add(ROOT + "/channels/{channel}", this::channel);
        routes.add(ROOT + "/categories/{category}", this::category);
        routes.add(ROOT + "/search", this::search);
    }

    private void status(Context context) {
        Parameters.of(context).allowing(List.of());
        json(context, tags.ofTheMinute(context), () -> StatusAnswer.of(analytics));
    }

    private void totals(Context context, boolean csv) {
        Parameters parameters = Parameters.of(context).allowing(AskedPeriod.PARAMETERS, "grain", Comparing.PARAMETER);
        AskedPeriod asked = period(parameters);
        Grain grain = parameters.choice("grain", Grain::of, GRAINS).orElse(Grain.SNAPSHOT);
        SeriesLimit.check(asked.period(), grain, analytics.status());
        String tag = tags.of(context, asked.period());
        if (csv) {
            csv(
                    context,
                    tag,
                    () -> Csv.of(
                            Totals.Point.class,
                            analytics
                                    .totals(asked.period(), grain, asked.zone())
                                    .series()));
        } else {
            compared(context, parameters, asked, period -> analytics.totals(period, grain, asked.zone()), "summary");
        }
    }

    private void channels(Context context, boolean csv) {
        ranking(context, csv, RankingParameters.WITH_FILTERS, Ranking.Channel.class, analytics::channels);
    }

    private void categories(Context context, boolean csv) {
        ranking(context, csv, RankingParameters.WITH_LANGUAGE, Ranking.Category.class, analytics::categories);
    }

    private void languages(Context context, boolean csv) {
        ranking(context, csv, RankingParameters.WITHOUT_FILTERS, Ranking.Language.class, analytics::languages);
    }

    private <T extends Record> void ranking(
            Context context,
            boolean csv,
            String[] allowed,
            Class<T> type,
            BiFunction<Period, RankingQuery, Ranking<T>> rank) {
        Parameters parameters = Parameters.of(context).allowing(AskedPeriod.PARAMETERS, allowed);
        AskedPeriod asked = period(parameters);
        RankingQuery query = RankingParameters.query(parameters);
        String tag = tags.of(context, asked.period());
        if (csv) {
            csv(
                    context,
                    tag,
                    () -> Csv.of(type, rank.apply(asked.period(), query).rows()));
        } else {
            json(context, tag, () -> rank.apply(asked.period(), query));
        }
    }

    private void channel(Context context) {
        Parameters parameters = Parameters.of(context).allowing(AskedPeriod.PARAMETERS, Comparing.PARAMETER);
        AskedPeriod asked = period(parameters);
        SeriesLimit.check(asked.period(), Grain.SNAPSHOT, analytics.status());
        String channel = context.pathParam("channel");
        compared(
                context,
                parameters,
                asked,
                period -> analytics.channel(channel, period).orElseThrow(() -> RefusedRequest.unknownChannel(channel)),
                "summary",
                "rank");
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

    /** The category without a name has no id that a path could hold; it goes by {@value #NO_CATEGORY}. */
    private void category(Context context) {
        Parameters parameters = Parameters.of(context).allowing(AskedPeriod.PARAMETERS, Comparing.PARAMETER);
        AskedPeriod asked = period(parameters);
        SeriesLimit.check(asked.period(), Grain.SNAPSHOT, analytics.status());
        String category = context.pathParam("category");
        String id = category.equals(NO_CATEGORY) ? "" : category;
        compared(
                context,
                parameters,
                asked,
                period -> analytics.category(id, period).orElseThrow(() -> RefusedRequest.unknownCategory(category)),
                "summary",
                "rank");
    }

    private void search(Context context) {
        Parameters parameters = Parameters.of(context).allowing(List.of("q"), "limit");
        String text = parameters.text("q").map(String::strip).orElse("");
        if (text.isEmpty()) {
            throw RefusedRequest.badParameter("q", "", "a part of a name");
        }
        int limit = parameters.whole("limit", 20, 1, 100);
        json(context, tags.ofData(context), () -> analytics.search(text, limit));
    }

    private AskedPeriod period(Parameters parameters) {
        boolean asksForNewest =
                parameters.text("from").isEmpty() && parameters.text("at").isEmpty();
        if (asksForNewest && analytics.status().newest().isEmpty()) {
            throw RefusedRequest.notFound("No snapshot has been taken yet, so there is no newest period");
        }
        return AskedPeriod.of(parameters, analytics);
    }

    private static boolean asksForCsv(Context context) {
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/csv");
    }

    private static void json(Context context, String tag, Supplier<Object> answer) {
        Answers.send(context, tag, Answers.JSON, () -> Json.bytes(answer.get()));
    }

    private static void csv(Context context, String tag, Supplier<String> answer) {
        Answers.send(context, tag, Csv.CONTENT_TYPE, () -> answer.get().getBytes(StandardCharsets.UTF_8));
    }
}
