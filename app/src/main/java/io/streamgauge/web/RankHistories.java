package io.streamgauge.web;

import io.streamgauge.analytics.About;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.RankHistory;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.Numbers;
import io.streamgauge.web.page.RankChart;
import io.streamgauge.web.page.RankCharts;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the part of a page that shows a rank over time. */
final class RankHistories {

    private final Analytics analytics;
    private final View view;

    RankHistories(Analytics analytics, View view) {
        this.analytics = analytics;
        this.view = view;
    }

    Optional<RankChart> ofChannel(String id) {
        return of(
                new About.Channel(id),
                "/api/v1/channels/" + Address.segment(id),
                "not live, or not among the first " + Numbers.exact(RankHistory.CHANNELS));
    }

    Optional<RankChart> ofCategory(String id) {
        return of(new About.Category(id), CategoryAddress.api(id), "nobody streamed in it");
    }

    private Optional<RankChart> of(About about, String path, String unranked) {
        Period weeks = Weeks.of(view.asked().period(), view.status().now());
        Period days = new Period(weeks.from().truncatedTo(ChronoUnit.DAYS), weeks.to());
        String href = Address.of(path + "/ranks")
                .with("from", days.from().toString())
                .with("to", days.to().toString())
                .toString();
        return analytics.ranks(about, days).map(history -> RankCharts.of(history, unranked, href));
    }
}
