package io.streamgauge.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The share of channels that speak a language at some offset from UTC, as the simulator has them. */
record Tongue(String language, int utcOffset, double share) {

    private static final List<Tongue> ALL = List.of(
            new Tongue("en", -8, 0.0559),
            new Tongue("en", -5, 0.1892),
            new Tongue("en", 0, 0.1591),
            new Tongue("en", 10, 0.0258),
            new Tongue("es", -5, 0.0385),
            new Tongue("es", -3, 0.0220),
            new Tongue("es", 1, 0.0495),
            new Tongue("ru", 3, 0.080),
            new Tongue("pt", -3, 0.070),
            new Tongue("de", 1, 0.062),
            new Tongue("fr", 1, 0.055),
            new Tongue("ja", 9, 0.036),
            new Tongue("it", 1, 0.027),
            new Tongue("pl", 1, 0.022),
            new Tongue("tr", 3, 0.020),
            new Tongue("zh", 8, 0.016),
            new Tongue("ko", 9, 0.016),
            new Tongue("ar", 3, 0.008),
            new Tongue("cs", 1, 0.006),
            new Tongue("uk", 2, 0.005),
            new Tongue("nl", 1, 0.005),
            new Tongue("th", 7, 0.004),
            new Tongue("hu", 1, 0.004),
            new Tongue("sv", 1, 0.004),
            new Tongue("el", 2, 0.003),
            new Tongue("fi", 2, 0.002),
            new Tongue("da", 1, 0.002),
            new Tongue("no", 1, 0.002),
            new Tongue("ro", 2, 0.002),
            new Tongue("sk", 1, 0.0015),
            new Tongue("bg", 2, 0.0015),
            new Tongue("vi", 7, 0.001),
            new Tongue("id", 7, 0.001),
            new Tongue("tl", 8, 0.001),
            new Tongue("ca", 1, 0.001),
            new Tongue("other", 0, 0.005));

    /** SQL rows {@code (language, utc, low, high)}: a number in [0, 1) falls into one of them. */
    static String rows() {
        double all = ALL.stream().mapToDouble(Tongue::share).sum();
        List<String> rows = new ArrayList<>();
        double sum = 0;
        for (Tongue tongue : ALL) {
            double low = sum / all;
            sum += tongue.share();
            rows.add(String.format(
                    Locale.ROOT, "('%s', %d, %.9f, %.9f)", tongue.language(), tongue.utcOffset(), low, sum / all));
        }
        return String.join(", ", rows);
    }
}
