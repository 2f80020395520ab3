package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Several series on one time axis. Positions and paths are as in {@link Chart}.
 *
 * @param summary what the chart shows, in a sentence or more
 * @param data the same as JSON for the script that lets it answer to the mouse
 */
public record LinesChart(
        String summary,
        List<Chart.Tick> valueTicks,
        List<Chart.Tick> timeTicks,
        List<Line> lines,
        Chart.SeriesTable table,
        List<BreakMark> breaks,
        String data) {

    /**
     * @param colour the class that paints it
     * @param end its last value, where it lasts to the end of the axis
     */
    public record Line(String name, String colour, String path, Optional<End> end) {}

    /** @param labelY where the label has room */
    public record End(String x, String y, String labelY, String label) {}
}
