package io.streamgauge.web.page;

import java.util.List;

/**
 * What is usual at each hour of the week.
 *
 * @param id names it on its page
 * @param meaning what is shown, and what needs no map; may be empty
 * @param subtitle which weeks it is told from, and in which zone
 * @param coverage how well they are known
 * @param maps none where there is nothing to show
 * @param dataHref where the same figures are had for programs
 */
public record WeekPattern(
        String id,
        String title,
        String subtitle,
        String meaning,
        String coverage,
        List<HeatMap> maps,
        String csvHref,
        String dataHref) {}
