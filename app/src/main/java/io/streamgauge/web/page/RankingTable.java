package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A ranking as it stands on a page.
 *
 * @param shares the picture of the whole, absent where the rows do not begin with the first
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
        String emptyReason) {

    /** @param kind how much it matters: the class that lets small screens drop it */
    public record Column(String label, String title, String kind, String href, boolean isSorted) {}

    public record Link(String href, String text) {}

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

        Row with(List<Cell> others) {
            return new Row(rank, moved, name, second, href, colour, bar, others);
        }
    }

    /** @param kind as its column's */
    public record Cell(String text, String title, String kind, Optional<Change> change) {}
}
