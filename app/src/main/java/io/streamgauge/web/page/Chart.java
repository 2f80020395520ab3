package io.streamgauge.web.page;

import java.util.List;

/**
 * A drawn series. Positions are per cent of the plot; paths lie in a box of 1000 by 100.
 *
 * @param summary what the chart shows, in a sentence
 * @param comparisonLine empty where there is nothing to compare with
 * @param bands what was on during parts of the series, drawn as a strip below it; may be empty
 * @param data the same series as JSON for the script that draws it anew
 */
public record Chart(
        String label,
        String summary,
        String comparisonLabel,
        List<Tick> valueTicks,
        List<Tick> timeTicks,
        String line,
        String area,
        String comparisonLine,
        List<Stretch> bridged,
        List<Band> bands,
        List<BandName> bandNames,
        Mark last,
        SeriesTable table,
        List<BreakMark> breaks,
        String data) {

    /** A label at a position; minor ones give way on small screens. */
    public record Tick(String position, String label, boolean isMinor) {}

    /** A labelled point. */
    public record Mark(String x, String y, String label) {}

    public record Stretch(String start, String width) {}

    public record Band(String start, String width, String colour, String label) {}

    public record BandName(String colour, String name) {}

    /** The chart's figures as text. */
    public record SeriesTable(List<String> headings, List<List<String>> rows, String csvHref) {}

    public boolean hasBridged() {
        return !bridged.isEmpty();
    }

    public boolean hasComparison() {
        return !comparisonLine.isEmpty();
    }

    public boolean isEmpty() {
        return line.isEmpty();
    }
}
