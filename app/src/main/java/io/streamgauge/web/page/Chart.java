package io.streamgauge.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern ABOUT = Pattern.compile(
            "/api/v1(/totals|/channels/[^/?]+|/categories/[^/?]+|/(?:genres|themes|modes|ages)/[^/?]+)(?:\\.csv)?(\\?.*)?");

    /** A label at a position; minor ones give way on small screens. */
    public record Tick(String position, String label, boolean isMinor) {}

    /** A labelled point. */
    public record Mark(String x, String y, String label) {}

    public record Stretch(String start, String width) {}

    public record Band(String start, String width, String colour, String label) {}

    public record BandName(String colour, String name) {}

    /**
     * The chart's figures as text, the newest first.
     *
     * @param fields what the API calls each column's figure, empty for what is none
     * @param newest the place of the first row among the points of the API's series
     * @param dataHref that series
     */
    public record SeriesTable(
            List<String> headings,
            List<List<String>> rows,
            String csvHref,
            List<String> fields,
            int newest,
            String dataHref) {}

    /** The series that is drawn, as the API has it. */
    public String dataHref() {
        return table.csvHref().replaceFirst("\\.csv(?=\\?|$)", "");
    }

    /** The same, its table from another series than the drawing. */
    public Chart withTableFrom(String dataHref) {
        return new Chart(
                label,
                summary,
                comparisonLabel,
                valueTicks,
                timeTicks,
                line,
                area,
                comparisonLine,
                bridged,
                bands,
                bandNames,
                last,
                new SeriesTable(
                        table.headings(), table.rows(), table.csvHref(), table.fields(), table.newest(), dataHref),
                breaks,
                data);
    }

    /** A way to take the chart away, by what it is taken as. */
    public record Download(String text, String href) {}

    /** The series in each form, and the picture where there is one. */
    public List<Download> downloads() {
        if (table.csvHref().isEmpty()) {
            return List.of();
        }
        String data = dataHref();
        String and = data.contains("?") ? "&" : "?";
        List<Download> all = new ArrayList<>();
        all.add(new Download("CSV", data + and + "format=csv"));
        all.add(new Download("JSON", data));
        all.add(new Download("Parquet", data + and + "format=parquet"));
        picture().ifPresent(href -> all.add(new Download("SVG", href)));
        return all;
    }

    /** Where the chart is drawn by itself, as a picture. */
    public Optional<String> picture() {
        return alone("/charts");
    }

    /** Where the chart stands on a page of its own, for frames. */
    public Optional<String> embedded() {
        return alone("/embed");
    }

    private Optional<String> alone(String root) {
        Matcher about = ABOUT.matcher(table.csvHref());
        return about.matches()
                ? Optional.of(root
                        + about.group(1).replace("/totals", "/overview")
                        + Optional.ofNullable(about.group(2)).orElse(""))
                : Optional.empty();
    }

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
