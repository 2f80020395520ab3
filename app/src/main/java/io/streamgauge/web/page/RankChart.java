package io.streamgauge.web.page;

import java.util.List;

/**
 * Ranks over time, the first on top. Paths lie in a box of 1000 by 100.
 *
 * @param summary what it shows, in a sentence
 * @param line empty where there is no rank at all
 * @param table the same in figures
 * @param dataHref where the same figures are had for programs
 */
public record RankChart(
        String title,
        String subtitle,
        String summary,
        List<Chart.Tick> rankTicks,
        List<Chart.Tick> timeTicks,
        String line,
        Table table,
        String dataHref) {

    /**
     * @param caption what its rows are, such as {@code day by day}
     * @param at where the rows lie in what the API says
     * @param rows the newest first
     */
    public record Table(String caption, String at, List<Column> columns, List<List<String>> rows) {}

    /** @param field its name in what the API says */
    public record Column(String label, String field) {}
}
