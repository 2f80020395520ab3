package io.streamgauge.web.page;

import io.streamgauge.analytics.RankedBy;
import java.util.ArrayList;
import java.util.List;

/** The columns of a ranking, each sortable through its link. */
public final class Columns {

    private Columns() {}

    public static List<RankingTable.Column> of(Address page, RankedBy by, String presence, String presenceTitle) {
        return List.of(
                column(page, by, RankedBy.HOURS_WATCHED, "Hours watched", "Viewers times hours", "hours"),
                new RankingTable.Column(
                        "Change", "Change of the sorted figure against the period before", "change", "", false),
                column(page, by, RankedBy.PEAK_VIEWERS, "Peak", "Most viewers at one time", "peak"),
                column(page, by, RankedBy.AVERAGE_VIEWERS, "Average", "Viewers on average", "average"),
                column(page, by, RankedBy.AIRTIME_HOURS, presence, presenceTitle, "presence"));
    }

    /** Those of categories, with what share a language holds and in how many channels it was heard. */
    public static List<RankingTable.Column> ofLanguages(Address page, RankedBy by) {
        List<RankingTable.Column> columns = new ArrayList<>(of(page, by, "Channels", "Live channels on average"));
        columns.add(1, new RankingTable.Column("Share", "Share of all hours watched", "share", "", false));
        columns.add(new RankingTable.Column("Different ones", "Channels that were live at all", "unique", "", false));
        return columns;
    }

    private static RankingTable.Column column(
            Address page, RankedBy sorted, RankedBy by, String label, String title, String kind) {
        Address address = by == RankedBy.HOURS_WATCHED ? page.without("by") : page.with("by", by.text());
        return new RankingTable.Column(label, title, kind, address.toString(), by == sorted);
    }
}
