package io.streamgauge.web;

import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** One made-up category: its share of the platform at every snapshot, in three languages. */
final class FakeCategories {

    /** Nobody has streamed in this category for long. */
    static final long ABANDONED = 1_203;

    static final String FORMER_NAME = "Legends <of> the Drift";

    private static final long CHANNELS_AT_LEAST = 3;

    private FakeCategories() {}

    static CategoryReport of(
            Meta meta,
            FakeWorld.Category category,
            List<Ranking.Channel> channels,
            List<FakeSteps.Reach> reaches,
            ToLongFunction<Instant> platform) {
        boolean isAbandoned = category.number() == ABANDONED;
        List<CategoryReport.Point> points = isAbandoned ? List.of() : points(category, reaches, platform);
        if (points.isEmpty()) {
            return new CategoryReport(
                    meta,
                    identity(category, isAbandoned),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        CategoryReport.Summary summary = summary(points, category.share());
        return new CategoryReport(
                meta,
                identity(category, false),
                FakeGames.facts(category.number()),
                Optional.of(summary),
                Optional.of(new ChannelReport.Rank(category.number() + 1, 1_204)),
                channels,
                List.of(
                        language("en", summary, 0.6, 0),
                        language("zh-hk", summary, 0.3, 0),
                        language("other", summary, 0.1, 2)),
                points);
    }

    private static CategoryReport.Identity identity(FakeWorld.Category category, boolean isAbandoned) {
        if (category.id().isEmpty()) {
            return new CategoryReport.Identity("", category.name(), List.of(), null, null);
        }
        return new CategoryReport.Identity(
                category.id(),
                category.name(),
                category.number() == 1 ? List.of(FORMER_NAME, "Legends") : List.of(),
                Instant.parse("2026-09-01T18:00:00Z"),
                isAbandoned ? Instant.parse("2026-09-03T22:45:00Z") : FakeAnalytics.NEWEST);
    }

    private static List<CategoryReport.Point> points(
            FakeWorld.Category category, List<FakeSteps.Reach> reaches, ToLongFunction<Instant> platform) {
        List<CategoryReport.Point> points = new ArrayList<>();
        for (FakeSteps.Reach reach : reaches) {
            long viewers = Math.round(platform.applyAsLong(reach.snapshot()) * category.share());
            points.add(new CategoryReport.Point(
                    reach.at(), reach.bridgedFrom(), reach.until(), viewers, CHANNELS_AT_LEAST + viewers / 41));
        }
        return points;
    }

    private static CategoryReport.Summary summary(List<CategoryReport.Point> points, double share) {
        double watched = 0;
        double live = 0;
        double seconds = 0;
        CategoryReport.Point peak = points.get(0);
        for (CategoryReport.Point point : points) {
            double held = point.until().getEpochSecond() - point.at().getEpochSecond();
            watched += point.viewers() * held;
            live += point.channels() * held;
            seconds += held;
            peak = point.viewers() > peak.viewers() ? point : peak;
        }
        return new CategoryReport.Summary(
                watched / 3600,
                Math.round(watched),
                peak.viewers(),
                peak.at(),
                watched / seconds,
                live / seconds,
                peak.channels(),
                peak.channels() * 4,
                live / 3600,
                watched / live,
                share,
                0.4213,
                Math.round(live / 7200));
    }

    private static CategoryReport.Language language(
            String code, CategoryReport.Summary summary, double share, long channels) {
        return new CategoryReport.Language(
                code,
                summary.hoursWatched() * share,
                Math.round(summary.viewerSeconds() * share),
                summary.airtimeHours() * share,
                channels + Math.round(summary.uniqueChannels() * share),
                share,
                Math.round(summary.broadcastsStarted() * share));
    }
}
