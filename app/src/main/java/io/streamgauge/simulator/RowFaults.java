package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Faults of single rows. */
final class RowFaults {
    /** Escaped as it travels, since a lone surrogate cannot be written in UTF-8. */
    private static final String UNTIDY =
            "\"\\u0000\\u0007\\u001b[31m \\t\\n \uD83C\uDFAE\u2764\uFE0F \\u202E\\u2066right to left\\u200F \\uFEFF \\ud83d\"";

    private final Faults faults;

    RowFaults(Faults faults) {
        this.faults = faults;
    }

    StreamJson.RowWriter writer(Page page, Call call) {
        Map<Fault, IntFunction<Optional<Strike>>> strikes = faults.rowStrikes(call);
        if (strikes.isEmpty()) {
            return (place, json) -> page.rows().write(page.numbers().get(place), json);
        }
        return (place, json) -> write(page.rows(), page.numbers().get(place), place, strikes, json);
    }

    private void write(
            Rows rows, int row, int place, Map<Fault, IntFunction<Optional<Strike>>> strikes, JsonBytes json) {
        byte[] bytes = RowJson.of(rows, row);
        for (Map.Entry<Fault, IntFunction<Optional<Strike>>> next : strikes.entrySet()) {
            Optional<Strike> strike = next.getValue().apply(place);
            if (strike.isPresent()) {
                faults.count(next.getKey());
                bytes = changed(bytes, next.getKey(), strike.get());
            }
        }
        json.raw(bytes);
    }

    private static byte[] changed(byte[] row, Fault fault, Strike strike) {
        if (fault == Fault.GARBAGE_ROW) {
            return (strike.between(0, 1) == 0 ? "null" : "[\"" + fault + "\"]").getBytes(StandardCharsets.UTF_8);
        }
        return RowJson.changed(row, fields -> change(fields, fault, strike));
    }

    private static void change(ObjectNode fields, Fault fault, Strike strike) {
        switch (fault) {
            case NULL_TAGS -> fields.putNull("tags");
            case EMPTY_CATEGORY -> fields.put("game_id", "").put("game_name", "");
            case EMPTY_TITLE -> fields.put("title", "");
            case NEW_FIELD ->
                fields.putObject("content_notice")
                        .put("level", 3)
                        .putObject("source")
                        .putNull("by");
            case MISSING_FIELD -> fields.remove(strike.between(0, 1) == 0 ? "viewer_count" : "user_id");
            case NUMBER_AS_TEXT ->
                fields.put("viewer_count", fields.path("viewer_count").asString(""));
            case START_1970 -> fields.put("started_at", "1970-01-01T00:00:00Z");
            case UNTIDY_TEXT -> fields.putRawValue("title", new RawValue(UNTIDY));
            default -> throw new IllegalArgumentException(fault + " is no fault of rows");
        }
    }
}
