package io.streamgauge.web.page;

import java.util.Locale;

/**
 * How a figure moved against its comparison.
 *
 * @param direction {@code up}, {@code down}, {@code same}, {@code unknown}, or {@code none} where nothing is compared
 * @param text arrow and per cent, or why there is none
 * @param title the comparison's own value
 */
public record Change(String direction, String text, String title) {

    private static final double SMALLEST_SHOWN = 0.0005;
    private static final double SMALLEST_POINTS_SHOWN = 0.05;
    private static final double LARGEST_IN_PERCENT = 10;

    /** Where nothing is compared. */
    static final Change NONE = new Change("none", "", "");

    static Change unknown(String reason) {
        return new Change("unknown", "–", reason);
    }

    static Change between(double now, double before, String comparison) {
        if (before <= 0) {
            return unknown("nothing to compare with in " + comparison);
        }
        double ratio = now / before - 1;
        String title = Numbers.exact(before) + " in " + comparison;
        if (Math.abs(ratio) < SMALLEST_SHOWN) {
            return new Change("same", "= 0.0" + Numbers.NARROW_SPACE + "%", title);
        }
        String arrow = ratio > 0 ? "▲" : "▼";
        String size = ratio >= LARGEST_IN_PERCENT
                ? "×" + Numbers.NARROW_SPACE + Numbers.rounded(Math.rint(now / before))
                : String.format(Locale.ROOT, "%.1f", Math.abs(ratio) * 100) + Numbers.NARROW_SPACE + "%";
        return new Change(ratio > 0 ? "up" : "down", arrow + Numbers.NARROW_SPACE + size, title);
    }

    /** Of a share of one, in points of per cent. */
    static Change ofShare(double now, double before, String comparison) {
        double points = 100 * (now - before);
        String title = Numbers.percent(before) + " in " + comparison;
        if (Math.abs(points) < SMALLEST_POINTS_SHOWN) {
            return new Change("same", "= 0.0" + Numbers.NARROW_SPACE + "points", title);
        }
        String size = Numbers.oneDecimal(Math.abs(points)) + Numbers.NARROW_SPACE + "points";
        return new Change(points > 0 ? "up" : "down", (points > 0 ? "▲" : "▼") + Numbers.NARROW_SPACE + size, title);
    }

    /** Of a rank: up where it is a smaller number. */
    static Change ofRank(long now, long before, String comparison) {
        String title = "rank " + Numbers.exact(before) + " in " + comparison;
        long won = before - now;
        if (won == 0) {
            return new Change("same", "=", title);
        }
        return new Change(won > 0 ? "up" : "down", (won > 0 ? "▲" : "▼") + Numbers.exact(Math.abs(won)), title);
    }

    /** The direction in a word, for those who cannot see the arrow. */
    public String spoken() {
        return switch (direction) {
            case "up" -> "up";
            case "down" -> "down";
            case "same" -> "unchanged";
            case "none" -> "";
            default -> "no comparison: " + title;
        };
    }
}
