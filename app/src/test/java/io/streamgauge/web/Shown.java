package io.streamgauge.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A figure as a page prints it.
 *
 * @param value in the unit of the API; per cent as they stand, times that work took or that have gone by in seconds
 * @param slack half of what the last printed digit stands for
 */
record Shown(String text, double value, double slack, String unit) {

    private static final Map<String, Double> UNITS = Map.of("k", 1e3, "M", 1e6, "bn", 1e9, "tn", 1e12);
    private static final Pattern FIGURE = Pattern.compile(
            "(?<![\\p{L}\\d:,.])(<?)[\\h]?(\\d[\\d,]*(?:\\.\\d+)?)(?:\\h?(%|k|M|bn|tn|points|min \\d+ s|minutes?(?: ago)?|hours? ago|days? ago)(?!\\p{L}))?(?![\\d:])");

    /** All figures in a text; clocks are none. */
    static List<Shown> in(String text) {
        return FIGURE.matcher(text).results().map(Shown::of).toList();
    }

    private static Shown of(MatchResult found) {
        BigDecimal digits = new BigDecimal(found.group(2).replace(",", ""));
        String unit = found.group(3) == null ? "" : found.group(3);
        if (unit.endsWith(" ago")) {
            double seconds = unit.startsWith("minute") ? 60 : unit.startsWith("hour") ? 3600 : 86_400;
            return new Shown(found.group(), (digits.doubleValue() + 0.5) * seconds, 0.5 * seconds, unit);
        }
        if (unit.startsWith("min")) {
            double rest = unit.endsWith(" s") ? Double.parseDouble(unit.replaceAll("\\D", "")) : 0;
            return new Shown(found.group(), digits.doubleValue() * 60 + rest, unit.endsWith(" s") ? 0.5 : 30, unit);
        }
        double scale = UNITS.getOrDefault(unit, 1.0);
        double slack = 0.5 * scale * Math.pow(10, -digits.scale());
        return found.group(1).isEmpty()
                ? new Shown(found.group(), digits.doubleValue() * scale, slack, unit)
                : new Shown(found.group(), 0, digits.doubleValue(), unit);
    }

    /** Whether it is what the exact figure rounds to; a share of one may stand in per cent. */
    boolean is(double exact) {
        double meant = unit.equals("%") ? 100 * exact : exact;
        boolean isKeptBelowAll = unit.equals("%") && value == 99.9 && meant > 99.9 && meant < 100;
        return isKeptBelowAll || Math.abs(meant - value) <= slack * (1 + 1e-6) + 1e-9;
    }
}
