package io.streamgauge.web;

import static io.streamgauge.web.ApiParameter.FORMAT;
import static io.streamgauge.web.ApiParameter.FROM;
import static io.streamgauge.web.ApiParameter.TO;
import static io.streamgauge.web.ApiParameter.ZONE;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Downloads;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Relation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives the lake's tables away as files, each with what its columns mean and how well its time is known. */
final class TableRoutes {

    static final String PARQUET = "application/vnd.apache.parquet";

    private static final String PATH = Api.ROOT + "/tables";
    private static final String TABLE = PATH + "/{table}";

    private final Analytics analytics;
    private final EntityTags tags;
    private final Downloads downloads;

    TableRoutes(Analytics analytics, EntityTags tags, Downloads downloads) {
        this.analytics = analytics;
        this.tags = tags;
        this.downloads = downloads;
    }

    /** All tables and views. */
    record Listed(List<Entry> tables) {}

    /** @param isDownloadable whether its rows can be had; of others the model says how to compute them */
    record Entry(String name, String unit, String description, boolean isDownloadable) {}

    /**
     * A table or view, how it comes about, and how well the time asked for is known.
     *
     * @param meta null where all of the table is asked for
     */
    record About(
            String table,
            String description,
            String unit,
            List<String> grain,
            List<String> inputs,
            List<Relation.Column> columns,
            String sql,
            String dataVersion,
            Meta meta) {}

    List<ApiRoute> routes() {
        return List.of(
                ApiRoute.of(
                        PATH,
                        "The tables and views of the lake",
                        Json.type(Listed.class),
                        (context, parameters, form) -> json(context, listed())),
                ApiRoute.text(
                                TABLE,
                                "The rows of a table whose time lies in a period, as CSV, JSON or Parquet; of any length",
                                "text/csv",
                                (context, parameters, form) -> rows(context, parameters))
                        .taking(FROM, TO, ZONE, FORMAT),
                ApiRoute.of(
                                TABLE + "/about",
                                "A table or view: its columns, its model's select, and how well the period is known",
                                Json.type(About.class),
                                (context, parameters, form) ->
                                        json(context, about(relation(context), period(parameters))))
                        .taking(FROM, TO, ZONE));
    }

    private Listed listed() {
        return new Listed(downloads.relations().stream()
                .map(one -> new Entry(one.name(), one.unit(), one.description(), one.isKept()))
                .toList());
    }

    private void rows(Context context, Parameters parameters) {
        Relation table = relation(context);
        if (!table.isKept()) {
            throw RefusedRequest.notFound("'" + table.name() + "' is a view and has no rows of its own; "
                    + context.path() + "/about has its select");
        }
        Optional<Period> period = period(parameters);
        ApiRoute.Form form = parameters
                .choice(FORMAT.text(), ApiRoute.Form::of, ApiRoute.Form.NAMES)
                .orElse(ApiRoute.Form.CSV);
        context.header("Cache-Control", "no-cache");
        context.header("Link", "<" + context.path() + "/about" + query(context) + ">; rel=\"describedby\"");
        context.header(
                "Content-Disposition",
                "attachment; filename=\"" + table.name() + "." + form.name().toLowerCase(Locale.ROOT) + "\"");
        context.contentType(contentType(form));
        if (context.method() == HandlerType.HEAD) {
            return;
        }
        try {
            byte[] about = Json.bytes(about(table, period));
            downloads.write(
                    table.name(),
                    period,
                    Downloads.Form.valueOf(form.name()),
                    Map.of("streamgauge", new String(about, StandardCharsets.UTF_8)),
                    context.outputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException("A download of " + table.name() + " was broken off", gone);
        }
    }

    private static String query(Context context) {
        return context.queryString() == null ? "" : "?" + context.queryString();
    }

    private static String contentType(ApiRoute.Form form) {
        return switch (form) {
            case CSV -> Csv.CONTENT_TYPE;
            case JSON -> Answers.JSON;
            case PARQUET -> PARQUET;
        };
    }

    private About about(Relation relation, Optional<Period> period) {
        return new About(
                relation.name(),
                relation.description(),
                relation.unit(),
                relation.grain(),
                relation.inputs(),
                relation.columns(),
                relation.sql(),
                analytics.dataVersion(),
                period.map(asked -> analytics.totals(asked, Grain.DAY).meta()).orElse(null));
    }

    private Relation relation(Context context) {
        String name = context.pathParam("table");
        return downloads
                .relation(name)
                .orElseThrow(() -> RefusedRequest.notFound(
                        "There is no table '" + name + "'; " + PATH + " lists those that there are"));
    }

    private Optional<Period> period(Parameters parameters) {
        boolean isGiven =
                parameters.text("from").isPresent() || parameters.text("to").isPresent();
        return isGiven ? Optional.of(AskedPeriod.of(parameters, analytics).period()) : Optional.empty();
    }

    private void json(Context context, Object answer) {
        Answers.send(context, tags.ofData(context), Answers.JSON, () -> Json.bytes(answer));
    }
}
