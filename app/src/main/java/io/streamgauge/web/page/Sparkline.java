package io.streamgauge.web.page;

import java.util.List;

/** Draws values as an area of steps in a box of {@value #WIDTH} by {@value #HEIGHT}, the largest as high as the box. */
final class Sparkline {

    static final int WIDTH = 100;
    static final int HEIGHT = 20;

    private Sparkline() {}

    /** @param values null where nothing is known, which leaves a gap */
    static String path(List<Double> values) {
        double largest = values.stream()
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (largest == 0) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        boolean isOpen = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null) {
                path.append(isOpen ? "V" + HEIGHT + "Z" : "");
                isOpen = false;
                continue;
            }
            if (!isOpen) {
                path.append('M').append(x(i, values)).append(' ').append(HEIGHT);
                isOpen = true;
            }
            path.append('V').append(Plot.digits(HEIGHT - HEIGHT * value / largest, 1));
            path.append('H').append(x(i + 1, values));
        }
        return path.append(isOpen ? "V" + HEIGHT + "Z" : "").toString();
    }

    private static String x(int step, List<Double> values) {
        return Plot.digits((double) WIDTH * step / values.size(), 1);
    }
}
