package io.streamgauge.simulator;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * A bad day: everything that comes and goes, each with a small chance. What spoils a walk is so rare that about half
 * of all walks over a thousand pages stay whole.
 */
final class Storm {
    private static final Map<Fault, Double> CHANCES = Map.ofEntries(
            entry(Fault.CONNECTION_RESET, 0.003),
            entry(Fault.TRUNCATED_JSON, 0.003),
            entry(Fault.EMPTY_500, 0.005),
            entry(Fault.HTML_503, 0.005),
            entry(Fault.STALL, 0.001),
            entry(Fault.TOKEN_REVOKED, 0.001),
            entry(Fault.TOKEN_SERVICE_DOWN, 0.2),
            entry(Fault.RATE_429_EMPTY, 0.001),
            entry(Fault.RATE_429_POINTS_LEFT, 0.003),
            entry(Fault.INVALID_CURSOR, 0.005),
            entry(Fault.SHORT_PAGE, 0.02),
            entry(Fault.EMPTY_PAGE, 0.0001),
            entry(Fault.HALF_CURSOR, 0.0001),
            entry(Fault.REPEATED_CURSOR, 0.0001),
            entry(Fault.WRAP, 0.05),
            entry(Fault.WRAP_MID_LIST, 0.0001),
            entry(Fault.EARLY_END, 0.0001),
            entry(Fault.DUPLICATE_ROWS, 0.02),
            entry(Fault.FILTER_IGNORED, 0.002),
            entry(Fault.FILTER_EMPTY, 0.002),
            entry(Fault.UNKNOWN_LANGUAGE, 0.002),
            entry(Fault.FLICKER, 0.5),
            entry(Fault.NULL_TAGS, 0.002),
            entry(Fault.EMPTY_CATEGORY, 0.002),
            entry(Fault.EMPTY_TITLE, 0.002),
            entry(Fault.NEW_FIELD, 0.002),
            entry(Fault.MISSING_FIELD, 0.0005),
            entry(Fault.NUMBER_AS_TEXT, 0.0005),
            entry(Fault.START_1970, 0.0005),
            entry(Fault.UNTIDY_TEXT, 0.002),
            entry(Fault.GARBAGE_ROW, 0.0002));

    static final List<Faults.Order> ORDERS = CHANCES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(chance -> new Faults.Order(chance.getKey(), FaultRule.always().withChance(chance.getValue())))
            .toList();

    private Storm() {}
}
