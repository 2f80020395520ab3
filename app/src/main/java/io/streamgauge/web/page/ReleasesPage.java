package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Games that came out lately, their first weeks side by side.
 *
 * @param siblings the other pages about what categories are
 * @param released from when to when they came out, in words
 * @param absence why there is nothing to show, empty where there is
 * @param weeks how many weeks the table tells
 * @param dataHref the same as the API has it
 */
public record ReleasesPage(
        Layout layout,
        List<Layout.NavLink> siblings,
        String released,
        String coverage,
        Optional<String> absence,
        Optional<FirstDays> chart,
        int weeks,
        List<Row> rows,
        String subtitle,
        List<RankingTable.Link> downloads,
        String dataHref) {

    /** @param released the day, as text */
    public record Row(
            String rank, String name, String href, String released, String hours, String bar, List<Week> weeks) {}

    /**
     * @param text hours watched, empty for a week that has not begun
     * @param title what else is known of it
     */
    public record Week(String text, String title, boolean isRunning) {}
}
