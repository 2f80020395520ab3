package io.streamgauge.web.page;

import io.streamgauge.analytics.RankedBy;
import java.util.ArrayList;
import java.util.List;

/** The columns of a ranking, each sortable through its link. */
public final class Columns {

    private Columns() {}

    /** @param presenceField what the API calls the last column's figure */
    public static List<RankingTable.Column> of(
            Address page, RankedBy by, String presence, String presenceTitle, String presenceField) {
        return List.of(
                column(
                        page,
                        by,
                        RankedBy.HOURS_WATCHED,
                        "Hours watched",
                        "Viewers times hours",
                        "hours",
                        "hours_watched"),
                new RankingTable.Column(
                        "Change",
                        "Change of the sorted figure against the period before",
                        "change",
                        "",
                        false,
                        by == RankedBy.AIRTIME_HOURS ? presenceField : by.text()),
                column(page, by, RankedBy.PEAK_VIEWERS, "Peak", "Most viewers at one time", "peak", "peak_viewers"),
                column(
                        page,
                        by,
                        RankedBy.AVERAGE_VIEWERS,
                        "Average",
                        "Viewers on average",
                        "average",
                        "average_viewers"),
                column(page, by, RankedBy.AIRTIME_HOURS, presence, presenceTitle, "presence", presenceField));
    }

    /** Those of categories, and what share each holds. */
    public static List<RankingTable.Column> withShares(Address page, RankedBy by) {
        List<RankingTable.Column> columns =
                new ArrayList<>(of(page, by, "Channels", "Live channels on average", "average_channels"));
        columns.add(1, new RankingTable.Column("Share", "Share of all hours watched", "share", "", false, "share"));
        return columns;
    }

    /** The same, in an order that is not to be changed. */
    public static List<RankingTable.Column> fixedWithShares(Address page) {
        return withShares(page, RankedBy.HOURS_WATCHED).stream()
                .map(column -> new RankingTable.Column(
                        column.label(), column.title(), column.kind(), "", false, column.field()))
                .toList();
    }

    /** The same, and in how many channels each was live. */
    public static List<RankingTable.Column> withSharesAndChannels(Address page, RankedBy by) {
        List<RankingTable.Column> columns = new ArrayList<>(withShares(page, by));
        columns.add(new RankingTable.Column(
                "Different ones", "Channels that were live at all", "unique", "", false, "unique_channels"));
        return columns;
    }

    private static RankingTable.Column column(
            Address page, RankedBy sorted, RankedBy by, String label, String title, String kind, String field) {
        Address address = by == RankedBy.HOURS_WATCHED ? page.without("by") : page.with("by", by.text());
        return new RankingTable.Column(label, title, kind, address.toString(), by == sorted, field);
    }
}
