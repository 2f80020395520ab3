package io.streamgauge.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JavaType;

/**
 * An address of the API, and all that there is to say of it.
 *
 * @param path whose parts in braces stand for anything
 * @param answer what the JSON is written from, empty where the answer is text
 * @param csvRow a row of the CSV and the Parquet form, empty where there is none
 * @param compared the parts of the answer that are compared where that is asked for
 */
record ApiRoute(
        String path,
        String summary,
        List<ApiParameter> parameters,
        String contentType,
        Optional<JavaType> answer,
        Optional<JavaType> csvRow,
        List<String> compared,
        Answering answering) {

    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    /** Answers a request whose parameters are known ones, each given once. */
    @FunctionalInterface
    interface Answering {
        void answer(Context context, Parameters parameters, Form form);
    }

    /** How an answer is written. */
    enum Form {
        JSON,
        CSV,
        PARQUET;

        static Optional<Form> of(String text) {
            return Arrays.stream(values())
                    .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }

        static final List<String> NAMES = List.of("json", "csv", "parquet");
    }

    static ApiRoute of(String path, String summary, JavaType answer, Answering answering) {
        return new ApiRoute(
                path, summary, List.of(), Answers.JSON, Optional.of(answer), Optional.empty(), List.of(), answering);
    }

    static ApiRoute text(String path, String summary, String contentType, Answering answering) {
        return new ApiRoute(
                path, summary, List.of(), contentType, Optional.empty(), Optional.empty(), List.of(), answering);
    }

    ApiRoute overPeriods(ApiParameter... others) {
        List<ApiParameter> all = new ArrayList<>(ApiParameter.PERIODS);
        all.addAll(List.of(others));
        all.add(ApiParameter.VERSION);
        return taking(all.toArray(ApiParameter[]::new));
    }

    ApiRoute taking(ApiParameter... taken) {
        List<ApiParameter> all = new ArrayList<>(List.of(taken));
        parameters.stream().filter(one -> one == ApiParameter.FORMAT).forEach(all::add);
        return new ApiRoute(path, summary, List.copyOf(all), contentType, answer, csvRow, compared, answering);
    }

    /** Also as rows, in CSV and in Parquet. */
    ApiRoute asRows(JavaType row) {
        List<ApiParameter> all = new ArrayList<>(parameters);
        all.add(ApiParameter.FORMAT);
        return new ApiRoute(
                path, summary, List.copyOf(all), contentType, answer, Optional.of(row), compared, answering);
    }

    ApiRoute comparing(String... parts) {
        return new ApiRoute(path, summary, parameters, contentType, answer, csvRow, List.of(parts), answering);
    }

    /** The names in braces. */
    List<String> parts() {
        return PART.matcher(path).results().map(found -> found.group(1)).toList();
    }

    void addTo(Routes routes) {
        routes.add(path, context -> answer(context, csvRow.isPresent() ? form(context) : Form.JSON));
        if (hasCsvPath()) {
            routes.add(csvPath(), context -> answer(context, Form.CSV));
        }
    }

    /** Whether the CSV form has an address of its own: where nothing that is asked for stands at the address's end. */
    boolean hasCsvPath() {
        return csvRow.isPresent() && !path.endsWith("}");
    }

    /** What a request wants its answer written in. */
    static Form form(Context context) {
        String accept = context.header("Accept");
        Form usual =
                context.path().endsWith(".csv") || accept != null && accept.contains("text/csv") ? Form.CSV : Form.JSON;
        return Parameters.of(context)
                .choice(ApiParameter.FORMAT.text(), Form::of, Form.NAMES)
                .orElse(usual);
    }

    String csvPath() {
        return path + ".csv";
    }

    private void answer(Context context, Form form) {
        List<String> names = parameters.stream().map(ApiParameter::text).toList();
        answering.answer(context, Parameters.of(context).allowing(names), form);
    }
}
