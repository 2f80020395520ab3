package io.streamgauge.web;

import static io.streamgauge.web.ApiParameter.BY;
import static io.streamgauge.web.ApiParameter.COMPARE;
import static io.streamgauge.web.ApiParameter.CURVES_LIMIT;
import static io.streamgauge.web.ApiParameter.LIMIT;
import static io.streamgauge.web.ApiParameter.OFFSET;
import static io.streamgauge.web.ApiParameter.RELEASES_LIMIT;

import io.javalin.http.Context;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Curves;
import io.streamgauge.analytics.Downloads;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.LabelKind;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Releases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers what categories are: genres, themes, modes, release ages and new releases. */
final class LabelApi {

    static final int USUAL_RELEASES = 20;

    /** Games from the youngest on, last what is no game or of no known age. */
    static final Comparator<Ranking.Label> YOUNGEST_FIRST =
            Comparator.comparing((Ranking.Label row) -> row.labelId() == 0).thenComparing(Ranking.Label::labelId);

    private static final RankingQuery ALL_AGES = RankingQuery.top(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT);

    private final Analytics analytics;
    private final EntityTags tags;
    private final Downloads downloads;

    LabelApi(Analytics analytics, EntityTags tags, Downloads downloads) {
        this.analytics = analytics;
        this.tags = tags;
        this.downloads = downloads;
    }

    List<ApiRoute> routes() {
        List<ApiRoute> routes = new ArrayList<>();
        add(routes, LabelKind.GENRE, LabelRows.Genre.class, LabelRows.Genre::of, LabelRows.Genre::genre);
        add(routes, LabelKind.THEME, LabelRows.Theme.class, LabelRows.Theme::of, LabelRows.Theme::theme);
        add(routes, LabelKind.MODE, LabelRows.Mode.class, LabelRows.Mode::of, LabelRows.Mode::mode);
        routes.add(ApiRoute.of(
                        Api.ROOT + "/ages",
                        "How hours watched are divided over games by the time since their first release, the youngest first",
                        Json.type(Ranking.class, LabelRows.Age.class),
                        this::ages)
                .comparing(Comparing.ROWS)
                .asRows(Json.type(LabelRows.Age.class))
                .overPeriods(COMPARE));
        routes.add(one(
                LabelKind.AGE, "Games of one age, by its place from the youngest on; what is of no known age by none"));
        routes.add(ApiRoute.of(
                        Api.ROOT + "/releases",
                        "Games that were first released within a period, each with its first eight weeks",
                        Json.type(Releases.class),
                        this::releases)
                .asRows(Json.type(LabelRows.Week.class))
                .overPeriods(RELEASES_LIMIT));
        return routes;
    }

    private <T extends Record> void add(
            List<ApiRoute> routes,
            LabelKind kind,
            Class<T> type,
            Function<Ranking.Label, T> row,
            Function<T, String> name) {
        routes.add(ApiRoute.of(
                        Api.ROOT + "/rankings/" + kind.many(),
                        "The ranking of " + kind.many() + " over a period; a category with several counts in each",
                        Json.type(Ranking.class, type),
                        (context, parameters, form) -> {
                            AskedPeriod asked = Api.period(parameters, analytics);
                            RankingQuery query = RankingParameters.query(parameters);
                            ranking(
                                    context,
                                    parameters,
                                    form,
                                    asked,
                                    type,
                                    name,
                                    period -> rows(analytics.labels(kind, period, query), row),
                                    period -> rows(analytics.labels(kind, period, query.largest()), row));
                        })
                .comparing(Comparing.ROWS)
                .asRows(Json.type(type))
                .overPeriods(BY, LIMIT, OFFSET, COMPARE));
        routes.add(ApiRoute.of(
                        Api.ROOT + "/rankings/" + kind.many() + "/curves",
                        "Hours watched over time of the " + kind.many() + " of a ranking",
                        Json.type(Curves.class),
                        (context, parameters, form) -> PatternApi.curves(
                                context,
                                parameters,
                                analytics,
                                tags,
                                (period, query) -> analytics.labelCurves(kind, period, query)))
                .overPeriods(BY, CURVES_LIMIT, OFFSET));
        routes.add(one(
                kind, "A " + kind.text() + ", by its id at IGDB, over a period; the categories without any by none"));
    }

    private ApiRoute one(LabelKind kind, String summary) {
        return ApiRoute.of(
                        Api.ROOT + "/" + kind.many() + "/{" + kind.text() + "}",
                        summary,
                        Json.type(LabelReport.class),
                        (context, parameters, form) -> report(context, parameters, form, kind))
                .comparing("summary", "rank")
                .asRows(Json.type(LabelReport.Point.class))
                .overPeriods(COMPARE);
    }

    private static <T> Ranking<T> rows(Ranking<Ranking.Label> labels, Function<Ranking.Label, T> row) {
        return new Ranking<>(
                labels.meta(), labels.rows().stream().map(row).toList(), labels.total(), labels.viewerSeconds());
    }

    private void ages(Context context, Parameters parameters, ApiRoute.Form form) {
        AskedPeriod asked = Api.period(parameters, analytics);
        Function<Period, Ranking<LabelRows.Age>> ages = period -> {
            Ranking<Ranking.Label> ranking = analytics.labels(LabelKind.AGE, period, ALL_AGES);
            List<Ranking.Label> ordered =
                    ranking.rows().stream().sorted(YOUNGEST_FIRST).toList();
            return rows(
                    new Ranking<>(ranking.meta(), ordered, ranking.total(), ranking.viewerSeconds()),
                    LabelRows.Age::of);
        };
        ranking(context, parameters, form, asked, LabelRows.Age.class, LabelRows.Age::age, ages, ages);
    }

    private <T extends Record> void ranking(
            Context context,
            Parameters parameters,
            ApiRoute.Form form,
            AskedPeriod asked,
            Class<T> type,
            Function<T, String> name,
            Function<Period, Ranking<T>> now,
            Function<Period, Ranking<T>> then) {
        Optional<Period> earlier =
                Comparing.period(parameters, asked, analytics.status().now());
        String tag = tags.of(context, asked.period());
        if (form != ApiRoute.Form.JSON) {
            Api.rows(context, tag, form, type, () -> now.apply(asked.period()).rows(), downloads);
            return;
        }
        Api.json(context, tag, () -> {
            Ranking<T> answer = now.apply(asked.period());
            return earlier.<Object>map(period -> Comparing.ranked(answer, then.apply(period), name))
                    .orElse(answer);
        });
    }

    private void report(Context context, Parameters parameters, ApiRoute.Form form, LabelKind kind) {
        AskedPeriod asked = Api.period(parameters, analytics);
        SeriesLimit.check(asked.period(), Grain.DAY, analytics.status());
        String segment = context.pathParam(kind.text());
        long id = LabelAddress.id(segment).orElseThrow(() -> RefusedRequest.unknownLabel(kind, segment));
        Function<Period, LabelReport> report = period ->
                analytics.label(kind, id, period).orElseThrow(() -> RefusedRequest.unknownLabel(kind, segment));
        String tag = tags.of(context, asked.period());
        if (form != ApiRoute.Form.JSON) {
            Supplier<List<LabelReport.Point>> points =
                    () -> report.apply(asked.period()).series();
            Api.rows(context, tag, form, LabelReport.Point.class, points, downloads);
            return;
        }
        Optional<Period> earlier =
                Comparing.period(parameters, asked, analytics.status().now());
        Api.json(context, tag, () -> earlier.<Object>map(
                        period -> Comparing.with(report.apply(asked.period()), report.apply(period), "summary", "rank"))
                .orElseGet(() -> report.apply(asked.period())));
    }

    private void releases(Context context, Parameters parameters, ApiRoute.Form form) {
        AskedPeriod asked = Api.period(parameters, analytics);
        if (asked.period().seconds() > Releases.LONGEST.toSeconds()) {
            throw RefusedRequest.badRequest("The period from " + asked.period().from() + " to "
                    + asked.period().to() + " has "
                    + asked.period().seconds() / 86_400 + " days, expected at most " + Releases.LONGEST.toDays()
                    + " for new releases");
        }
        int limit = parameters.whole(RELEASES_LIMIT.text(), USUAL_RELEASES, 1, Releases.MOST);
        Supplier<Releases> answer = () -> analytics.releases(asked.period(), limit);
        if (form == ApiRoute.Form.JSON) {
            Api.json(context, tags.of(context, asked.period()), answer::get);
        } else {
            Api.rows(
                    context,
                    tags.of(context, asked.period()),
                    form,
                    LabelRows.Week.class,
                    () -> answer.get().rows().stream()
                            .flatMap(game -> LabelRows.Week.of(game).stream())
                            .toList(),
                    downloads);
        }
    }
}
