package io.streamgauge.web.page;

import io.streamgauge.analytics.Meta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What frames every page.
 *
 * @param assets where static files lie, ending with a slash
 * @param hasCharts whether the page needs the charting library
 */
public record Layout(
        String title,
        String assets,
        List<NavLink> navigation,
        Optional<PeriodControl> period,
        String searchText,
        List<Hidden> searchKeeps,
        boolean simulated,
        Freshness freshness,
        String dataVersion,
        boolean hasCharts) {

    /** The same around answers that are themselves simulated, whatever the newest snapshot is. */
    public Layout around(Meta answer) {
        return new Layout(
                title,
                assets,
                navigation,
                period,
                searchText,
                searchKeeps,
                simulated || answer.simulated(),
                freshness,
                dataVersion,
                hasCharts);
    }

    /** The same for a page with charts. */
    public Layout withCharts() {
        return new Layout(
                title, assets, navigation, period, searchText, searchKeeps, simulated, freshness, dataVersion, true);
    }

    /** Where it says how the figures of the page's period were computed. */
    public String howHref() {
        Map<String, String> kept = new LinkedHashMap<>();
        searchKeeps.forEach(one -> kept.put(one.name(), one.value()));
        return Address.of("/how").with(kept).toString();
    }

    public record NavLink(String text, String href, boolean isCurrent) {}

    /** A parameter that the search form carries along. */
    public record Hidden(String name, String value) {}
}
