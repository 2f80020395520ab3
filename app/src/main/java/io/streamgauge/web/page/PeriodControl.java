package io.streamgauge.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The period that a page is about, and the way to others.
 *
 * @param label its name: "last day", "Sun 22 Nov 2026"
 * @param range from when to when, with the zone
 * @param zone the zone in which times are told
 * @param chosen forms for what links cannot say
 */
public record PeriodControl(
        String label,
        String range,
        String zone,
        List<Tab> rolling,
        List<Tab> calendar,
        Optional<String> earlier,
        Optional<String> later,
        Chosen chosen) {

    /** Its name within a sentence: "last day". */
    public String labelInText() {
        return label.startsWith("Last") || label.startsWith("Chosen") || label.startsWith("Week")
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }

    /** @param key the key that chooses it */
    public record Tab(String text, String href, boolean isCurrent, String key) {}

    /**
     * Any period, any zone, any comparison.
     *
     * @param path the page's own, to which the forms lead
     * @param from the period's ends in the zone, as fields of forms hold them
     * @param kept what the form of the period carries along
     * @param comparisons what can be compared with
     * @param comparison what is compared with, in a word or two
     * @param comparedFrom where the time compared with begins, as a field holds it
     * @param keptBesidesComparison what the form of the comparison carries along
     * @param zones common ones; any other may be typed
     * @param keptBesidesZone what the form of the zone carries along
     */
    public record Chosen(
            String path,
            String from,
            String to,
            boolean isCurrent,
            Map<String, String> kept,
            List<Tab> comparisons,
            String comparison,
            String comparedFrom,
            Map<String, String> keptBesidesComparison,
            List<String> zones,
            Map<String, String> keptBesidesZone) {}
}
