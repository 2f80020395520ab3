package io.streamgauge.web;

import io.streamgauge.analytics.BroadcastReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One broadcast of a made-up channel, under a title that is taken away at the end, and then made to break pages. */
final class FakeBroadcasts {

    /** Markup, a turn of direction, marks piled on a letter, and a word without end. */
    static final String HOSTILE_TITLE = "</bdi></li><script>alert(1)</script>\u202E gnp.exe Z"
            + "\u0351\u036B\u0343\u036A\u0302\u036B\u033D".repeat(9) + "algo " + "W".repeat(90);

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
                        new BroadcastReport.Title("", List.of(), broadcast.lastSeenAt(), broadcast.lastSeenAt()),
                        new BroadcastReport.Title(
                                HOSTILE_TITLE,
                                List.of(FakeNames.HOSTILE, "\u202Ertl", "</ul>"),
                                broadcast.lastSeenAt(),
                                broadcast.lastSeenAt())),
                categories(report, points),
                points,
                points.stream()
                        .map(point -> new BroadcastReport.Rank(
                                point.at(), point.until(), 1 + point.viewers() % 7, 7 + point.viewers() % 50))
                        .toList());
    }

    private static List<BroadcastReport.Category> categories(ChannelReport report, List<ChannelReport.Point> points) {
        List<BroadcastReport.Category> categories = new ArrayList<>();
        Instant from = points.get(0).at();
        for (int i = 0; i < points.size(); i++) {
            ChannelReport.Point point = points.get(i);
            boolean isLast =
                    i == points.size() - 1 || !points.get(i + 1).categoryId().equals(point.categoryId());
            if (isLast) {
                String name = report.categories().stream()
                        .filter(played -> played.categoryId().equals(point.categoryId()))
                        .findFirst()
                        .orElseThrow()
                        .name();
                categories.add(new BroadcastReport.Category(point.categoryId(), name, from, point.until()));
                from = point.until();
            }
        }
        return categories;
    }

    private static Meta meta(Meta asked, Instant from, Instant to) {
        return new Meta(from, to, 1, 0, asked.captureRate(), asked.dataVersion(), asked.standard(), asked.simulated());
    }
}
