package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.Records;
import io.streamgauge.analytics.Totals;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Answer;
import io.streamgauge.web.page.Chart;
import io.streamgauge.web.page.Drawing;
import io.streamgauge.web.page.Now;
import io.streamgauge.web.page.OverviewPage;
import io.streamgauge.web.page.RankingTable;
import io.streamgauge.web.page.RecordList;
import io.streamgauge.web.page.RisingList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the first page: the whole platform over a period. */
final class OverviewPages {

    private static final int ROWS = 10;

    private final Analytics analytics;
    private final Frame frame;

    OverviewPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    OverviewPage page(View view) {
        Period period = view.asked().period();
        SeriesLimit.check(period, Grains.ofChart(period), view.status());
        Totals now =
                analytics.totals(period, Grains.ofChart(period), view.asked().zone());
        Totals earlier = analytics.totals(
                view.comparison().before(), Grains.ofChart(period), view.asked().zone());
        RankingTables tables = new RankingTables(analytics, view);
        RankingTable categories = tables.categories(RankingQuery.top(view.by(), ROWS));
        RankingTable channels = tables.channels(RankingQuery.top(view.by(), ROWS));
        Drawing drawing = new Drawing(period, view.times(), Json::textForHtml, frame.breaks());
        return new OverviewPage(
                frame.around(view.control().label(), view).around(now.meta()),
                Now.of(view.status()),
                Answer.of(now, earlier, view.comparison(), view.times()),
                leaders(view, tables, categories, channels),
                Answer.coverage(now, view.comparison()),
                chart(view, drawing, now, earlier),
                drawing.platformChannels(now, earlier, view.comparison()),
                categories,
                channels,
                tables.languages(RankingQuery.top(view.by(), ROWS)),
                new WeekPatterns(analytics, view).ofPlatform(),
                rising(view),
                records(view),
                view.api(Api.ROOT + "/totals")
                        .with("grain", Grains.ofChart(period).text())
                        .toString());
    }

    private Chart chart(View view, Drawing drawing, Totals now, Totals earlier) {
        Period period = view.asked().period();
        Totals table = Grains.ofTable(period) == Grains.ofChart(period)
                ? now
                : analytics.totals(period, Grains.ofTable(period), view.asked().zone());
        String csvHref = Address.of("/api/v1/totals.csv")
                .with(view.state())
                .with("grain", Grains.ofChart(period).text())
                .toString();
        String tableHref = Address.of("/api/v1/totals")
                .with(view.state())
                .with("grain", Grains.ofTable(period).text())
                .toString();
        return drawing.platform(now, earlier, table, view.comparison(), csvHref).withTableFrom(tableHref);
    }

    private List<RisingList> rising(View view) {
        RisingLists lists = new RisingLists(analytics, view);
        return List.of(lists.categories(), lists.streamers(Optional.empty()));
    }

    private RecordList records(View view) {
        return RecordList.of(analytics.records(), view.times(), peak -> recordHref(view, peak), Api.ROOT + "/records");
    }

    /** The day of a record, on the page of what set it. */
    private static String recordHref(View view, Records.Peak peak) {
        String path =
                switch (peak.kind()) {
                    case PLATFORM_VIEWERS, PLATFORM_CHANNELS -> "/";
                    case CHANNEL_VIEWERS -> "/channels/" + Address.segment(peak.id());
                    case CATEGORY_VIEWERS -> CategoryAddress.path(peak.id());
                };
        return Address.of(path)
                .with("period", PeriodName.DAY.text())
                .with("at", peak.at().atZone(view.asked().zone()).toLocalDate().toString())
                .with(view.choices())
                .toString();
    }

    /** Who was most watched, whatever the tables are sorted by. */
    private List<OverviewPage.Leader> leaders(
            View view, RankingTables tables, RankingTable categories, RankingTable channels) {
        boolean isSortedByHours = view.by() == RankedBy.HOURS_WATCHED;
        RankingQuery first = RankingQuery.top(RankedBy.HOURS_WATCHED, 1);
        List<OverviewPage.Leader> leaders = new ArrayList<>();
        add(leaders, "Most watched category", isSortedByHours ? categories : tables.categories(first));
        add(leaders, "Most watched streamer", isSortedByHours ? channels : tables.channels(first));
        return leaders;
    }

    private static void add(List<OverviewPage.Leader> leaders, String label, RankingTable table) {
        if (!table.rows().isEmpty()) {
            leaders.add(OverviewPage.leader(label, table));
        }
    }
}
