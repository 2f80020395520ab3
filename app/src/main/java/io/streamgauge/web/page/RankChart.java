package io.streamgauge.web.page;

import java.util.List;

/**
 * Ranks by day, the first on top. Paths lie in a box of 1000 by 100.
 *
 * @param summary what it shows, in a sentence
 * @param line empty where there is no rank at all
 * @param dataHref where the same figures are had for programs
 */
public record RankChart(
        String subtitle,
        String summary,
        List<Chart.Tick> rankTicks,
        List<Chart.Tick> timeTicks,
        String line,
        List<Day> days,
        String dataHref) {

    public record Day(String day, String rank, String hours) {}
}
