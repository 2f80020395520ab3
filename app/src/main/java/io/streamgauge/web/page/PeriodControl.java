package io.streamgauge.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The period that a page is about, and the way to others.
 *
 * @param label its name: "last day", "Sun 22 Nov 2026"
 * @param range from when to when, in UTC
 */
public record PeriodControl(
        String label,
        String range,
        List<Tab> rolling,
        List<Tab> calendar,
        Optional<String> earlier,
        Optional<String> later) {

    /** Its name within a sentence: "last day". */
    public String labelInText() {
        return label.startsWith("Last") || label.startsWith("Chosen") || label.startsWith("Week")
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }

    /** @param key the key that chooses it */
    public record Tab(String text, String href, boolean isCurrent, String key) {}
}
