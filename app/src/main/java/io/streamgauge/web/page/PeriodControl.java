package io.streamgauge.web.page;

import java.util.List;
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

    /** @param key the key that chooses it */
    public record Tab(String text, String href, boolean isCurrent, String key) {}
}
