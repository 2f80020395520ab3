package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * What frames every page.
 *
 * @param assets where static files lie, ending with a slash
 * @param freshness when the newest snapshot was taken, in a sentence
 * @param isStale whether that is longer ago than it should be
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
        String freshness,
        boolean isStale,
        String dataVersion,
        boolean hasCharts) {

    public record NavLink(String text, String href, boolean isCurrent) {}

    /** A parameter that the search form carries along. */
    public record Hidden(String name, String value) {}
}
