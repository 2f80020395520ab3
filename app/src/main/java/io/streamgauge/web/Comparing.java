package io.streamgauge.web;

import io.streamgauge.analytics.ComparedWith;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.web.page.Comparison;
import io.streamgauge.web.page.ZonedTimes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The earlier period that a request compares with, and what changed since. */
final class Comparing {

    static final String PARAMETER = "compare";

    /** Asks for no comparison where there would be one. */
    static final String NONE = "none";

    private static final long WEEK = 7 * 86_400;

    /** The part of a ranking that is compared row by row. */
    static final String ROWS = "rows";

    private static final List<String> NAMES =
            Arrays.stream(ComparedWith.values()).map(ComparedWith::text).toList();

    private Comparing() {}

    /**
     * A figure's change.
     *
     * @param difference now less then, in the figure's unit
     * @param percent of then, null where that was 0
     */
    record Change(double difference, Double percent) {}

    /**
     * The period compared with, empty where none is asked for. Of a period that runs the part that has passed is compared.
     *
     * @param now the end of what is measured
     */
    static Optional<Period> period(Parameters parameters, AskedPeriod asked, Instant now) {
        return parameters
                .text(PARAMETER)
                .filter(text -> !text.equals(NONE))
                .map(text -> starting(from(text, asked), asked, now));
    }

    /** The same, and the time directly before where nothing is asked for. */
    static Period periodOrPrevious(Parameters parameters, AskedPeriod asked, Instant now) {
        return period(parameters, asked, now)
                .orElseGet(() -> starting(from(ComparedWith.PREVIOUS.text(), asked), asked, now));
    }

    private static Period starting(Instant from, AskedPeriod asked, Instant now) {
        Period period = asked.period();
        boolean isRunning = now.isAfter(period.from()) && now.isBefore(period.to());
        Period measured = isRunning ? new Period(period.from(), now) : period;
        return ComparedWith.starting(measured, from);
    }

    /** What a page compares with: the time directly before where nothing is asked for. */
    static Comparison onPage(Parameters parameters, AskedPeriod asked, Instant now) {
        String text = parameters.text(PARAMETER).orElse(ComparedWith.PREVIOUS.text());
        if (text.equals(NONE)) {
            return Comparison.none(asked.period(), now);
        }
        if (text.equals(ComparedWith.PREVIOUS.text())) {
            return Comparison.of(asked.period(), asked.name(), now);
        }
        return Comparison.with(from(text, asked), named(text, asked), asked.period(), now);
    }

    private static Instant from(String text, AskedPeriod asked) {
        return ComparedWith.of(text)
                .map(with -> with.of(asked.period(), asked.zone()).from())
                .orElseGet(() -> start(text, asked));
    }

    /** In words that follow "than" or "in". */
    private static String named(String text, AskedPeriod asked) {
        if (text.equals(ComparedWith.WEEKDAYS.text())) {
            long weeks = (asked.period().seconds() + WEEK - 1) / WEEK;
            return weeks == 1 ? "the same time a week before" : "the same weekdays " + weeks + " weeks before";
        }
        return text.equals(ComparedWith.YEAR.text())
                ? "the same time a year before"
                : "the time from " + new ZonedTimes(asked.zone()).full(start(text, asked));
    }

    private static Instant start(String text, AskedPeriod asked) {
        if (!text.matches("\\d{4}-.*")) {
            throw RefusedRequest.badParameter(
                    PARAMETER,
                    text,
                    "one of " + NONE + ", " + String.join(", ", NAMES) + ", or a date or an instant to begin at");
        }
        return AskedPeriod.time(PARAMETER, text, asked.zone());
    }

    /**
     * An answer with what it is compared with beside it: {@code comparison} holds the earlier one's figures, and what changed.
     *
     * @param now and {@code then}: answers of one kind
     * @param parts the names of the answer's parts that are compared
     */
    static JsonNode with(Object now, Object then, String... parts) {
        ObjectNode answer = (ObjectNode) Json.tree(now);
        JsonNode earlier = Json.tree(then);
        ObjectNode comparison = answer.putObject("comparison");
        comparison.set("meta", earlier.path("meta"));
        ObjectNode change = comparison.putObject("change");
        for (String part : parts) {
            comparison.set(part, earlier.path(part));
            answer.path(part).properties().forEach(figure -> {
                JsonNode before = earlier.path(part).path(figure.getKey());
                if (figure.getValue().isNumber() && before.isNumber()) {
                    change.set(
                            figure.getKey(), Json.tree(change(figure.getValue().doubleValue(), before.doubleValue())));
                }
            });
        }
        return answer;
    }

    /**
     * A ranking with the earlier one beside it: {@code comparison.rows} holds for each row, in the same order, what stood of the
     * same id among the earlier one's largest, rank included, or null.
     */
    static <T extends Record> JsonNode ranked(Ranking<T> now, Ranking<T> then, Function<T, String> id) {
        return rows(now, now.rows(), then.meta(), then.rows(), id);
    }

    /** The same for a lineup. */
    static JsonNode lineup(Lineup now, Lineup then) {
        return rows(now, now.rows(), then.meta(), then.rows(), Lineup.Row::id);
    }

    private static <T extends Record> JsonNode rows(
            Object now, List<T> rowsNow, Meta then, List<T> rowsThen, Function<T, String> id) {
        ObjectNode answer = (ObjectNode) Json.tree(now);
        Map<String, T> before = rowsThen.stream().collect(Collectors.toMap(id, Function.identity()));
        ObjectNode comparison = answer.putObject("comparison");
        comparison.set("meta", Json.tree(then));
        ArrayNode rows = comparison.putArray(ROWS);
        rowsNow.forEach(row -> rows.add(Json.tree(before.get(id.apply(row)))));
        return answer;
    }

    private static Change change(double now, double then) {
        double difference = now - then;
        return new Change(difference, then == 0 ? null : 100 * difference / then);
    }
}
