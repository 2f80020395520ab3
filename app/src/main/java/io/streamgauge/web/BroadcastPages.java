package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.BroadcastFigures;
import io.streamgauge.web.page.BroadcastPage;
import io.streamgauge.web.page.Chart;
import io.streamgauge.web.page.Drawing;
import io.streamgauge.web.page.RankCharts;
import io.streamgauge.web.page.ZonedTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the page of one broadcast. */
final class BroadcastPages {

    private static final String ID = "\\d{1,18}";

    private final Analytics analytics;
    private final Frame frame;

    BroadcastPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    /** Where a broadcast's page lies. */
    static Address address(String channelId, ChannelReport.Broadcast broadcast) {
        return address("", channelId, broadcast.broadcastId(), broadcast.firstSeenAt());
    }

    private static Address address(String root, String channelId, String broadcastId, Instant at) {
        return Address.of(root + "/channels/" + Address.segment(channelId) + "/broadcasts/"
                        + Address.segment(broadcastId))
                .with("at", at.toString());
    }

    BroadcastPage page(Status status, String channel, String broadcast, Parameters parameters) {
        if (!broadcast.matches(ID)) {
            throw RefusedRequest.badParameter("broadcast", broadcast, "a broadcast's id, a whole number");
        }
        Optional<Instant> at = parameters.text("at").map(text -> AskedPeriod.time("at", text, ZoneOffset.UTC));
        BroadcastReport report = analytics
                .broadcast(channel, Long.parseLong(broadcast), at)
                .orElseThrow(() -> RefusedRequest.unknownBroadcast(broadcast, channel, at));
        BroadcastFigures figures = new BroadcastFigures(report);
        Map<String, String> day = new LinkedHashMap<>();
        day.put("period", PeriodName.DAY.text());
        day.put("at", figures.day());
        day.putAll(parameters.given(List.of(Comparing.PARAMETER)));
        String title = "Broadcast of " + report.channel().name() + ", " + figures.dayInWords();
        return new BroadcastPage(
                frame.around(title, status, "", day).withCharts().around(report.meta()),
                report.channel().name(),
                figures.when(),
                Address.of("/channels/" + Address.segment(report.channel().channelId()))
                        .with(day)
                        .toString(),
                figures.dayInWords(),
                figures.figures(),
                figures.coverage(),
                chart(report),
                RankCharts.of(report, data(report)),
                figures.titles(),
                figures.categories(
                        id -> Address.of(CategoryAddress.path(id)).with(day).toString()),
                data(report));
    }

    private Chart chart(BroadcastReport report) {
        Period period = new Period(report.meta().from(), report.meta().to());
        return new Drawing(period, ZonedTimes.UTC, Json::textForHtml, frame.breaks()).broadcast(report, data(report));
    }

    private static String data(BroadcastReport report) {
        return address("/api/v1", report.channel().channelId(), report.broadcastId(), report.firstSeenAt())
                .toString();
    }
}
