package io.streamgauge.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The platform over a period.
 *
 * @param leaders the most watched category and streamer
 * @param dataHref the figures as the API has them
 * @param coverage how well the period is known, and what it is compared with
 */
public record OverviewPage(
        Layout layout,
        Optional<Now> now,
        List<Figure> figures,
        List<Leader> leaders,
        String coverage,
        Chart viewersOverTime,
        Chart channelsOverTime,
        RankingTable categories,
        RankingTable channels,
        RankingTable languages,
        Optional<WeekPattern> week,
        List<RisingList> rising,
        RecordList records,
        String dataHref) {

    /** Who stands first by hours watched. */
    public record Leader(String label, String name, String href, String hours, Change change, String dataHref) {}

    public static Leader leader(String label, RankingTable table) {
        RankingTable.Row row = table.rows().get(0);
        Change change = row.cells().stream()
                .flatMap(cell -> cell.change().stream())
                .findFirst()
                .orElseGet(() -> Change.unknown("no comparison"));
        return new Leader(label, row.name(), row.href(), row.cells().get(0).text(), change, table.dataHref());
    }
}
