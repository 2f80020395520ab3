package io.streamgauge.web;

import static io.streamgauge.web.ApiParameter.BY;
import static io.streamgauge.web.ApiParameter.CATEGORY;
import static io.streamgauge.web.ApiParameter.COMPARE;
import static io.streamgauge.web.ApiParameter.CURVES_LIMIT;
import static io.streamgauge.web.ApiParameter.GENRE;
import static io.streamgauge.web.ApiParameter.LANGUAGE;
import static io.streamgauge.web.ApiParameter.MODE;
import static io.streamgauge.web.ApiParameter.OFFSET;
import static io.streamgauge.web.ApiParameter.ONE_CATEGORY;
import static io.streamgauge.web.ApiParameter.ONE_CHANNEL;
import static io.streamgauge.web.ApiParameter.RISING_LIMIT;
import static io.streamgauge.web.ApiParameter.THEME;

import io.javalin.http.Context;
import io.streamgauge.analytics.About;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Curves;
import io.streamgauge.analytics.Downloads;
import io.streamgauge.analytics.HoursOfWeek;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankHistory;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Records;
import io.streamgauge.analytics.Rising;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Answers what is usual, what is highest and what changes: hours of the week, records, ranks over time, curves, risers. */
final class PatternApi {

    private final Analytics analytics;
    private final EntityTags tags;
    private final Downloads downloads;

    PatternApi(Analytics analytics, EntityTags tags, Downloads downloads) {
        this.analytics = analytics;
        this.tags = tags;
        this.downloads = downloads;
    }

    List<ApiRoute> routes() {
        return List.of(
                ApiRoute.of(
                                Api.ROOT + "/hours-of-week",
                                "What is usual at each hour of the week, on the whole platform, in a category or on a channel",
                                Json.type(HoursOfWeek.class),
                                this::hoursOfWeek)
                        .overPeriods(ONE_CATEGORY, ONE_CHANNEL)
                        .asRows(Json.type(HoursOfWeek.Hour.class)),
                ApiRoute.of(
                        Api.ROOT + "/records",
                        "The highest figures of all history held",
                        Json.type(Records.class),
                        (context, parameters, form) -> Api.json(context, tags.ofData(context), analytics::records)),
                ApiRoute.of(
                                Api.ROOT + "/channels/{channel}/ranks",
                                "A channel's rank by hours watched on each day of a period",
                                Json.type(RankHistory.class),
                                (context, parameters, form) ->
                                        ranks(context, parameters, new About.Channel(context.pathParam("channel"))))
                        .overPeriods(),
                ApiRoute.of(
                                Api.ROOT + "/categories/{category}/ranks",
                                "A category's rank by hours watched on each day of a period",
                                Json.type(RankHistory.class),
                                (context, parameters, form) -> ranks(
                                        context,
                                        parameters,
                                        new About.Category(CategoryAddress.id(context.pathParam("category")))))
                        .overPeriods(),
                ApiRoute.of(
                                Api.ROOT + "/rankings/channels/curves",
                                "Hours watched over time of the channels of a ranking",
                                Json.type(Curves.class),
                                (context, parameters, form) ->
                                        curves(context, parameters, analytics, tags, analytics::channelCurves))
                        .overPeriods(BY, CURVES_LIMIT, OFFSET, LANGUAGE, CATEGORY),
                ApiRoute.of(
                                Api.ROOT + "/rankings/categories/curves",
                                "Hours watched over time of the categories of a ranking",
                                Json.type(Curves.class),
                                (context, parameters, form) ->
                                        curves(context, parameters, analytics, tags, analytics::categoryCurves))
                        .overPeriods(BY, CURVES_LIMIT, OFFSET, GENRE, THEME, MODE),
                ApiRoute.of(
                                Api.ROOT + "/rising/channels",
                                "Channels that gained most hours watched against another period",
                                Json.type(Rising.class),
                                (context, parameters, form) -> rising(
                                        context,
                                        parameters,
                                        (risers, before) -> risers.channels(before, parameters.text(CATEGORY.text()))))
                        .overPeriods(RISING_LIMIT, CATEGORY, COMPARE),
                ApiRoute.of(
                                Api.ROOT + "/rising/categories",
                                "Categories that gained most hours watched against another period",
                                Json.type(Rising.class),
                                (context, parameters, form) ->
                                        rising(context, parameters, (risers, before) -> risers.categories(before)))
                        .overPeriods(RISING_LIMIT, COMPARE));
    }

    private void hoursOfWeek(Context context, Parameters parameters, ApiRoute.Form form) {
        AskedPeriod asked = Api.period(parameters, analytics);
        Weeks.check(asked.period());
        About about = Abouts.of(parameters);
        String tag = tags.of(context, asked.period());
        Supplier<HoursOfWeek> answer = () ->
                analytics.hoursOfWeek(about, asked.period(), asked.zone()).orElseThrow(() -> Abouts.unknown(about));
        if (form == ApiRoute.Form.JSON) {
            Api.json(context, tag, answer::get);
        } else {
            Api.rows(
                    context,
                    tag,
                    form,
                    HoursOfWeek.Hour.class,
                    () -> answer.get().hours(),
                    downloads);
        }
    }

    private void ranks(Context context, Parameters parameters, About about) {
        AskedPeriod asked = Api.period(parameters, analytics);
        Weeks.check(asked.period());
        Api.json(context, tags.of(context, asked.period()), () -> analytics
                .ranks(about, asked.period())
                .orElseThrow(() -> Abouts.unknown(about)));
    }

    static void curves(
            Context context,
            Parameters parameters,
            Analytics analytics,
            EntityTags tags,
            BiFunction<Period, RankingQuery, Curves> answer) {
        AskedPeriod asked = Api.period(parameters, analytics);
        Weeks.check(asked.period());
        parameters.whole(CURVES_LIMIT.text(), 1, 1, Curves.MOST);
        RankingQuery query = RankingParameters.query(parameters);
        Api.json(context, tags.of(context, asked.period()), () -> answer.apply(asked.period(), query));
    }

    private void rising(Context context, Parameters parameters, BiFunction<Risers, Period, Rising> answer) {
        AskedPeriod asked = Api.period(parameters, analytics);
        int most = parameters.whole(RISING_LIMIT.text(), Risers.USUAL, 1, Risers.MOST);
        Period before =
                Comparing.periodOrPrevious(parameters, asked, analytics.status().now());
        Api.json(
                context,
                tags.of(context, asked.period()),
                () -> answer.apply(new Risers(analytics, asked.period(), most), before));
    }
}
