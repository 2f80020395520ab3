package io.streamgauge.web;

import io.streamgauge.analytics.ComparedWith;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.Ranking;
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
        return parameters.text(PARAMETER).map(text -> {
            Period period = asked.period();
            boolean isRunning = now.isAfter(period.from()) && now.isBefore(period.to());
            Period measured = isRunning ? new Period(period.from(), now) : period;
            Period earlier = ComparedWith.of(text)
                    .map(with -> with.of(period, asked.zone()))
                    .orElseGet(() -> ComparedWith.starting(period, start(text, asked)));
            return ComparedWith.starting(measured, earlier.from());
        });
    }

    private static Instant start(String text, AskedPeriod asked) {
        if (!text.matches("\\d{4}-.*")) {
            throw RefusedRequest.badParameter(
                    PARAMETER, text, "one of " + String.join(", ", NAMES) + ", or a date or an instant to begin at");
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
