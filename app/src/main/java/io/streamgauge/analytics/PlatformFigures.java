package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole platform over a period. */
final class PlatformFigures {

    private static final String STANDARD = "1";

    private final View view;

    PlatformFigures(View view) {
        this.view = view;
    }

    /** How much of a period was observed, in seconds. */
    record Covered(long covered, long bridged, boolean simulated, Double captureRate) {}

    Meta meta(Period period) {
        Optional<Span> measured = view.measured(period);
        Covered covered = covered(period);
        double seconds = measured.map(
                        span -> span.to().getEpochSecond() - span.from().getEpochSecond())
                .orElse(period.seconds());
        return new Meta(
                period.from(),
                period.to(),
                covered.covered() / seconds,
                covered.bridged() / seconds,
                covered.captureRate(),
                view.publication().version(),
                STANDARD,
                covered.covered() > 0
                        ? covered.simulated()
                        : view.newest().map(crawl -> crawl.simulated()).orElse(false));
    }

    Covered covered(Period period) {
        return view.answer(List.of("covered", period, view.measured(period)), () -> view.measured(period).stream()
                .flatMap(span -> view
                        .periods(
                                "select covered_seconds, bridged_seconds, simulated,"
                                        + " listed / (listed + unlisted) as capture_rate from covered_time",
                                List.of("covered_time"),
                                List.of(new Target("asked", span)),
                                List.of(),
                                row -> new Covered(
                                        row.number("covered_seconds"),
                                        row.number("bridged_seconds"),
                                        row.flag("simulated"),
                                        row.realOrNull("capture_rate")))
                        .stream())
                .findFirst()
                .orElse(new Covered(0, 0, false, null)));
    }

    Totals.Summary summary(Period period) {
        Meta meta = meta(period);
        return view.measured(period)
                .flatMap(span -> view
                        .periods(
                                "select * from platform_metrics",
                                List.of("platform_metrics"),
                                List.of(new Target("asked", span)),
                                List.of(),
                                PlatformFigures::watched)
                        .stream()
                        .findFirst()
                        .map(watched -> summary(watched, meta, span)))
                .orElseGet(() -> new Totals.Summary(0, 0, null, null, null, null, null, 0, null, null, null, null, 0));
    }

    /** What the platform's own table tells. */
    private record Watched(
            long viewerSeconds,
            long peakViewers,
            Instant peakAt,
            double averageViewers,
            double averageChannels,
            long peakChannels) {}

    private static Watched watched(Row row) {
        return new Watched(
                row.number("viewer_seconds"),
                row.number("peak_viewers"),
                row.instant("peak_at"),
                row.real("viewer_seconds") / row.number("covered_seconds"),
                row.real("live_seconds") / row.number("covered_seconds"),
                row.number("peak_channels"));
    }

    private Totals.Summary summary(Watched watched, Meta meta, Span span) {
        TopShares shares = TopShares.of(view, meta, span, watched.viewerSeconds());
        double hours = watched.viewerSeconds() / 3600.0;
        return new Totals.Summary(
                hours,
                watched.viewerSeconds(),
                watched.peakViewers(),
                watched.peakAt(),
                watched.averageViewers(),
                watched.averageChannels(),
                watched.peakChannels(),
                new Audience(view).channels(meta.from(), meta.to(), span),
                Starts.sum(new Starts(view, span).byLanguage()),
                shares.of10(),
                shares.of100(),
                shares.of1000(),
                Totals.Summary.years(hours));
    }

    /** Viewer-seconds of all channels together. */
    long viewerSeconds(Meta meta, Span measured) {
        return StoredPeriods.of(view, meta.from(), meta.to())
                .map(StoredPeriods.Kept::viewerSeconds)
                .orElseGet(() -> view
                        .periods(
                                "select viewer_seconds from platform_metrics",
                                List.of("platform_metrics"),
                                List.of(new Target("asked", measured)),
                                List.of(),
                                row -> row.number("viewer_seconds"))
                        .stream()
                        .findFirst()
                        .orElse(0L));
    }

    List<Totals.Point> series(Period period, Grain grain, ZoneId zone) {
        return view.measured(period)
                .map(span -> grain == Grain.SNAPSHOT ? snapshots(span) : averages(span, grain, zone))
                .orElse(List.of());
    }

    private List<Totals.Point> snapshots(Span span) {
        return Series.of(
                view,
                span,
                "gold_snapshot_metrics",
                "true",
                List.of(),
                (held, row) -> new Totals.Point(
                        held.at(),
                        held.bridgedFrom(),
                        held.until(),
                        row.number("viewers"),
                        row.number("channels"),
                        row.number("categories")));
    }

    private List<Totals.Point> averages(Span span, Grain grain, ZoneId zone) {
        ChronoUnit unit = grain == Grain.HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        List<Target> buckets = new ArrayList<>();
        for (Instant at = span.from(); at.isBefore(span.to()); ) {
            Instant next = at.atZone(zone).truncatedTo(unit).plus(1, unit).toInstant();
            Instant until = next.isBefore(span.to()) ? next : span.to();
            buckets.add(new Target("bucket", new Span(at, until)));
            at = until;
        }
        return view.periods(
                """
                select
                    metrics.period_start,
                    periods.period_end,
                    metrics.viewer_seconds,
                    metrics.live_seconds,
                    metrics.category_seconds,
                    metrics.covered_seconds
                from platform_metrics as metrics
                inner join target_periods as periods on metrics.period_start = periods.period_start
                order by metrics.period_start
                """,
                List.of("target_periods", "platform_metrics"),
                buckets,
                List.of(),
                row -> new Totals.Point(
                        row.instant("period_start"),
                        null,
                        row.instant("period_end"),
                        row.real("viewer_seconds") / row.number("covered_seconds"),
                        row.real("live_seconds") / row.number("covered_seconds"),
                        row.real("category_seconds") / row.number("covered_seconds")));
    }
}
