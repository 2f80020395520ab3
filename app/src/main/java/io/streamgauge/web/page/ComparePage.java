package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Several of a kind side by side.
 *
 * @param many what they are: "streamers"
 * @param isSample whether they stand there since nothing was chosen
 * @param chart absent where nothing was measured
 */
public record ComparePage(
        Layout layout,
        String many,
        boolean isSample,
        String coverage,
        List<Row> rows,
        Optional<LinesChart> chart,
        String dataHref,
        Adding adding) {

    /**
     * @param colour the class that paints its line
     * @param figures in the same order in every row; none where nobody streamed
     */
    public record Row(
            String colour, String name, String second, String href, String removeHref, List<Figure> figures) {}

    /**
     * The form that finds another.
     *
     * @param label empty where none may be added
     * @param parameter under which what is typed is sent
     * @param note why there are no hits
     */
    public record Adding(
            String label, String parameter, String text, List<Layout.Hidden> hidden, List<Hit> hits, String note) {}

    /** @param href where it stands beside the others */
    public record Hit(String name, String what, String href) {}

    public List<Figure> headings() {
        return rows.stream()
                .map(Row::figures)
                .filter(figures -> !figures.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
