package io.streamgauge.web.page;

import io.streamgauge.analytics.Curves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ranking as it stands on a page.
 *
 * @param shares the picture of the whole, absent where the rows do not begin with the first
 * @param dataHref these rows and those that they are compared with, as the API has them
 * @param more where the rest is, absent where nothing is left out
 */
public record RankingTable(
        String id,
        String title,
        String subtitle,
        List<Column> columns,
        List<Row> rows,
        Optional<ShareBar> shares,
        Optional<Link> more,
        Optional<Link> earlier,
        Optional<Link> later,
        Optional<Link> compare,
        String csvHref,
        String dataHref,
        String emptyReason) {

    /** The same with a curve of hours watched over time in each row; the same where there is none for each. */
    public RankingTable with(Curves curves) {
        if (rows.isEmpty() || curves.rows().size() != rows.size()) {
            return this;
        }
        List<Column> headings = new ArrayList<>(columns);
        headings.add(
                AFTER_CHANGE,
                new Column(
                        "Over time",
                        "Hours watched, " + curves.grain() + " by " + curves.grain(),
                        "curve",
                        "",
                        false,
                        ""));
        List<Row> drawn = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> cells = new ArrayList<>(rows.get(i).cells());
            String path = Sparkline.path(curves.rows().get(i).hoursWatched());
            cells.add(AFTER_CHANGE, new Cell(path, "", "curve", Optional.empty()));
            drawn.add(rows.get(i).with(cells));
        }
        return new RankingTable(
                id,
                title,
                subtitle,
                headings,
                drawn,
                shares,
                more,
                earlier,
                later,
                compare,
                csvHref,
                dataHref,
                emptyReason);
    }

    /** Whether its rows have curves. */
    public boolean isCurved() {
        return columns.stream().anyMatch(column -> column.kind().equals("curve"));
    }

    private static final int AFTER_CHANGE = 2;

    /**
     * @param kind how much it matters: the class that lets small screens drop it
     * @param field what the API calls it; for a change, the figure that changed
     */
    public record Column(String label, String title, String kind, String href, boolean isSorted, String field) {}

    public record Link(String href, String text) {}

    /** The same rows, in each form. */
    public List<Link> downloads() {
        String data = csvHref.replaceFirst("\\.csv(?=\\?)", "");
        return List.of(
                new Link(data + "&format=csv", "CSV"),
                new Link(data, "JSON"),
                new Link(data + "&format=parquet", "Parquet"));
    }

    /**
     * @param second what else tells the row from others, such as the login; may be empty
     * @param bar share of the largest row, per cent
     * @param moved ranks won or lost against the comparison
     */
    public record Row(
            String rank,
            Change moved,
            String name,
            String second,
            String href,
            String colour,
            String bar,
            List<Cell> cells) {

        Row painted(String otherColour) {
            return new Row(rank, moved, name, second, href, otherColour, bar, cells);
        }

        Row with(List<Cell> others) {
            return new Row(rank, moved, name, second, href, colour, bar, others);
        }
    }

    /** @param kind as its column's */
    public record Cell(String text, String title, String kind, Optional<Change> change) {}
}
