package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Grain;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.ChannelFigures;
import io.streamgauge.web.page.ChannelPage;
import io.streamgauge.web.page.Chart;
import io.streamgauge.web.page.Drawing;
import java.util.List;
import java.util.Optional;

/** Makes the page of one channel. */
final class ChannelPages {

    private final Analytics analytics;
    private final Frame frame;

    ChannelPages(Analytics analytics, Frame frame) {
        this.analytics = analytics;
        this.frame = frame;
    }

    ChannelPage page(View view, String idOrLogin) {
        Period period = view.asked().period();
        SeriesLimit.check(period, Grain.SNAPSHOT, view.status());
        ChannelReport report =
                analytics.channel(idOrLogin, period).orElseThrow(() -> RefusedRequest.unknownChannel(idOrLogin));
        Optional<ChannelReport> before = analytics.channel(
                report.identity().channelId(), view.comparison().before());
        ChannelFigures figures = new ChannelFigures(report, before, view.comparison(), view.times());
        return new ChannelPage(
                frame.around(report.identity().name() + ", " + view.control().label(), view)
                        .around(report.meta()),
                report.identity().name(),
                report.identity().login(),
                "https://www.twitch.tv/" + Address.segment(report.identity().login()),
                figures.seen(),
                ComparePages.address(
                                view,
                                Lineup.Kind.CHANNELS,
                                List.of(report.identity().channelId()))
                        .toString(),
                report.identity().formerNames(),
                figures.absence(),
                Address.of("/channels/" + Address.segment(report.identity().channelId()))
                        .with("period", PeriodName.DAY.text())
                        .with("at", figures.lastDay())
                        .toString(),
                figures.figures(),
                figures.coverage(),
                report.series().isEmpty() ? Optional.empty() : Optional.of(chart(view, report)),
                figures.played(id -> view.to(CategoryAddress.path(id)).toString()),
                figures.broadcasts(
                        broadcast -> BroadcastPages.address(report.identity().channelId(), broadcast)
                                .toString()),
                figures.sittings(),
                new WeekPatterns(analytics, view).ofChannel(report.identity().channelId()),
                new RankHistories(analytics, view).ofChannel(report.identity().channelId()));
    }

    private Chart chart(View view, ChannelReport report) {
        String json = Address.of(
                        "/api/v1/channels/" + Address.segment(report.identity().channelId()))
                .with(view.state())
                .toString();
        return new Drawing(view.asked().period(), view.times(), Json::textForHtml, frame.breaks())
                .channel(report, json);
    }
}
