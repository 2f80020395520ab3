package io.streamgauge.web;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Meta;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One broadcast of a made-up channel, under a title that is taken away at the end. */
final class FakeBroadcasts {

    private FakeBroadcasts() {}

    static Optional<BroadcastReport> of(ChannelReport report, String broadcastId) {
        return report.broadcasts().stream()
                .filter(broadcast -> broadcast.broadcastId().equals(broadcastId))
                .findFirst()
                .map(broadcast -> of(report, broadcast));
    }

    private static BroadcastReport of(ChannelReport report, ChannelReport.Broadcast broadcast) {
        List<ChannelReport.Point> points = report.series().stream()
                .filter(point -> point.broadcastId().equals(broadcast.broadcastId()))
                .toList();
        Instant end = points.get(points.size() - 1).until();
        ChannelReport.CategoryPlayed played = report.categories().get(0);
        return new BroadcastReport(
                meta(report.meta(), broadcast.firstSeenAt(), end),
                new BroadcastReport.Channel(
                        report.identity().channelId(),
                        report.identity().login(),
                        report.identity().name()),
                broadcast.broadcastId(),
                broadcast.startedAt(),
                broadcast.firstSeenAt(),
                broadcast.lastSeenAt(),
                new BroadcastReport.Summary(
                        broadcast.hoursWatched(),
                        Math.round(broadcast.hoursWatched() * 3600),
                        broadcast.peakViewers(),
                        broadcast.firstSeenAt(),
                        broadcast.averageViewers(),
                        broadcast.airtimeHours()),
                List.of(
                        new BroadcastReport.Title(
                                "A quiet evening",
                                List.of("English", "cozy"),
                                broadcast.firstSeenAt(),
                                broadcast.lastSeenAt().minusSeconds(900)),
                        new BroadcastReport.Title("", List.of(), broadcast.lastSeenAt(), broadcast.lastSeenAt())),
                List.of(new BroadcastReport.Category(played.categoryId(), played.name(), broadcast.firstSeenAt(), end)),
                points);
    }

    private static Meta meta(Meta asked, Instant from, Instant to) {
        return new Meta(from, to, 1, 0, asked.captureRate(), asked.dataVersion(), asked.standard(), asked.simulated());
    }
}
