package io.streamgauge.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them. */
public final class Numbers {

    static final String NARROW_SPACE = "\u202f";
    private static final double LARGEST_GROUPED = 99_999.5;
    private static final String[] UNITS = {"k", "M", "bn", "tn"};

    private Numbers() {}

    /** All digits, grouped by thousands: 57,912,345. */
    public static String exact(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    /** Grouped, with one decimal below a hundred where there is one: 12.5. */
    public static String fine(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return exact(value);
        }
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** What matters: all digits up to five, three beyond: 98,412 and 2.41 M. */
    public static String rounded(double value) {
        if (value < LARGEST_GROUPED) {
            return fine(value);
        }
        BigDecimal scaled = BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_UP));
        int unit = -1;
        BigDecimal thousand = BigDecimal.valueOf(1000);
        while (scaled.compareTo(thousand) >= 0 && unit < UNITS.length - 1) {
            scaled = scaled.movePointLeft(3);
            unit++;
        }
        int decimals = Math.max(0, 3 - (scaled.precision() - scaled.scale()));
        return scaled.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + NARROW_SPACE + UNITS[unit];
    }

    /** Axis labels: as few digits as tell them apart. */
    static String axis(double value) {
        if (value < 1000) {
            return fine(value);
        }
        BigDecimal scaled = BigDecimal.valueOf(value);
        int unit = -1;
        while (scaled.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit < UNITS.length - 1) {
            scaled = scaled.movePointLeft(3);
            unit++;
        }
        return scaled.stripTrailingZeros().toPlainString() + NARROW_SPACE + UNITS[unit];
    }

    /** A share of one as per cent with one decimal; never 0.0 for something, never 100.0 for less than all. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.05) {
            return "<" + NARROW_SPACE + "0.1" + NARROW_SPACE + "%";
        }
        if (percent < 100 && percent >= 99.95) {
            return "99.9" + NARROW_SPACE + "%";
        }
        String digits = percent == 100 ? "100" : String.format(Locale.ROOT, "%.1f", percent);
        return digits + NARROW_SPACE + "%";
    }

    /** "1 channel", "2 channels". */
    public static String counted(long count, String one, String many) {
        return exact(count) + " " + (count == 1 ? one : many);
    }
}
