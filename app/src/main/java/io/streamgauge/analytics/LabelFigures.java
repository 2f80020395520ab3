package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One genre, theme, mode or age over a period. */
final class LabelFigures {

    private static final RankingQuery ALL = RankingQuery.top(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT);
    private static final RankingQuery TOP = RankingQuery.top(RankedBy.HOURS_WATCHED, LabelReport.CATEGORIES);

    private static final String DAYS = """
            select day_at as at, viewer_seconds, live_seconds
            from gold_label_days
            where kind = '%1$s' and label_id = ?
            union all
            select period_start as at, viewer_seconds, live_seconds
            from label_metrics
            where kind = '%1$s' and label_id = ?
            """;

    private final View view;
    private final LabelKind kind;

    LabelFigures(View view, LabelKind kind) {
        this.view = view;
        this.kind = kind;
    }

    /** Empty where no category has it. */
    Optional<LabelReport> report(long id, Period period) {
        LabelRanking ranking = new LabelRanking(view, kind);
        String name = id == 0 && view.hasLabels()
                ? LabelRanking.NONE
                : ranking.names().get(id);
        if (name == null) {
            return Optional.empty();
        }
        Meta meta = new PlatformFigures(view).meta(period);
        Optional<Span> measured = view.measured(period);
        Ranking<Ranking.Label> all = measured.map(span -> ranking.rows(meta, span, ALL))
                .orElseGet(() -> new Ranking<>(meta, List.of(), 0, 0));
        Optional<Ranking.Label> own =
                all.rows().stream().filter(row -> row.labelId() == id).findFirst();
        Ranking<Ranking.Category> categories = measured.filter(span -> own.isPresent() && kind.isShared())
                .map(span -> new GroupRanking(view).categories(meta, span, TOP.with(kind, id)))
                .orElseGet(() -> new Ranking<>(meta, List.of(), 0, 0));
        boolean isFine = period.seconds() <= LabelReport.LONGEST_BY_SNAPSHOT.toSeconds();
        return Optional.of(new LabelReport(
                meta,
                new LabelReport.Identity(kind.text(), id, name),
                own.map(LabelFigures::summary),
                own.map(row -> new ChannelReport.Rank(row.rank(), all.total())),
                categories.rows(),
                categories.total(),
                (isFine ? Grain.SNAPSHOT : Grain.DAY).text(),
                measured.filter(span -> own.isPresent())
                        .map(span -> isFine ? snapshots(span, id) : days(span, id))
                        .orElse(List.of())));
    }

    private static LabelReport.Summary summary(Ranking.Label row) {
        return new LabelReport.Summary(
                row.hoursWatched(),
                row.viewerSeconds(),
                row.peakViewers(),
                row.peakAt(),
                row.averageViewers(),
                row.averageChannels(),
                row.peakChannels(),
                row.uniqueChannels(),
                row.airtimeHours(),
                row.viewersPerChannel(),
                row.share());
    }

    private List<LabelReport.Point> snapshots(Span span, long id) {
        return Series.of(
                view,
                span,
                "label_snapshots",
                "seen.kind = '" + kind.text() + "' and seen.label_id = ?",
                List.of(id),
                (held, row) -> new LabelReport.Point(
                        held.at(), held.bridgedFrom(), held.until(), row.number("viewers"), row.number("channels")));
    }

    private record Sum(Instant at, double viewerSeconds, double liveSeconds) {}

    private List<LabelReport.Point> days(Span span, long id) {
        View.DaysAndEdges cut = view.labelDays(span);
        Map<Instant, Sum> sums = new HashMap<>();
        view.labelled(
                DAYS.formatted(kind.text()),
                List.of("gold_label_days", "label_metrics"),
                cut,
                List.of(id, id),
                row -> sums.put(row.instant("at"), sum(row)));
        List<Span> parts = Stream.concat(cut.days().stream().map(Span::day), cut.edges().stream())
                .toList();
        return view
                .labelled(
                        """
                        select covered.period_start, periods.period_end, covered.covered_seconds
                        from covered_time as covered
                        inner join target_periods as periods on covered.period_start = periods.period_start
                        order by covered.period_start
                        """,
                        List.of("covered_time", "target_periods"),
                        new View.DaysAndEdges(List.of(), parts),
                        List.of(),
                        row -> point(row, sums))
                .stream()
                .toList();
    }

    private static Sum sum(Row row) {
        return new Sum(row.instant("at"), row.real("viewer_seconds"), row.real("live_seconds"));
    }

    private static LabelReport.Point point(Row row, Map<Instant, Sum> sums) {
        Instant at = row.instant("period_start");
        Sum sum = sums.getOrDefault(at, new Sum(at, 0, 0));
        double covered = row.real("covered_seconds");
        return new LabelReport.Point(
                at, null, row.instant("period_end"), sum.viewerSeconds() / covered, sum.liveSeconds() / covered);
    }
}
