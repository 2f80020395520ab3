package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import io.streamgauge.lake.CrawlRecord;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the highest figures of all time in the tables by week. */
final class RecordPeaks {

    /** Of the channels and of the categories so many are told. */
    private static final int MOST = 3;

    private static final String WEEKS = " inner join target_periods using (period, period_start) ";

    private static final String OF_EACH = """
            select cast(%1$s as varchar) as id, peak_viewers, peak_at
            from %2$s
            inner join target_periods using (period, period_start)
            qualify row_number() over (partition by %1$s order by peak_viewers desc, peak_at) = 1
            order by peak_viewers desc, peak_at, %1$s
            limit %3$d
            """;

    private final View view;

    RecordPeaks(View view) {
        this.view = view;
    }

    private record Found(String id, long value, Instant at) {

        static Found of(Row row) {
            return new Found(row.text("id"), row.number("peak_viewers"), row.instant("peak_at"));
        }
    }

    Records read() {
        Optional<Instant> first = first();
        Period held = first.map(at -> new Period(at, view.end()))
                .orElseGet(() -> new Period(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        Meta meta = new PlatformFigures(view).meta(held);
        return new Records(meta, first.map(at -> peaks(held)).orElse(List.of()));
    }

    private Optional<Instant> first() {
        return view.state().dates().stream()
                .sorted()
                .flatMap(date -> view.state().day(date).complete().stream())
                .map(CrawlRecord::snapshotAt)
                .findFirst();
    }

    private List<Records.Peak> peaks(Period held) {
        List<Target> weeks = weeks(held);
        List<Records.Peak> peaks = new ArrayList<>();
        String viewers = "select '' as id, peak_viewers, peak_at from gold_period_totals" + WEEKS
                + "order by peak_viewers desc, peak_at limit 1";
        found(viewers, "gold_period_totals", weeks)
                .forEach(peak -> peaks.add(peak(Records.Kind.PLATFORM_VIEWERS, peak, null)));
        channels(weeks).forEach(peak -> peaks.add(peak(Records.Kind.PLATFORM_CHANNELS, peak, null)));
        List<Found> channels =
                found(OF_EACH.formatted("channel_id", "gold_leading_channels", MOST), "gold_leading_channels", weeks);
        Map<Long, NewestNames.Name> logins = view.names()
                .of(channels.stream().map(peak -> Long.valueOf(peak.id())).toList());
        channels.forEach(peak -> {
            NewestNames.Name name = logins.get(Long.valueOf(peak.id()));
            peaks.add(peak(Records.Kind.CHANNEL_VIEWERS, peak, name == null ? Names.unnamed(peak.id()) : name.name()));
        });
        Map<String, String> names = Names.categories(view);
        found(OF_EACH.formatted("category_id", "gold_game_periods", MOST), "gold_game_periods", weeks)
                .forEach(peak ->
                        peaks.add(peak(Records.Kind.CATEGORY_VIEWERS, peak, names.getOrDefault(peak.id(), peak.id()))));
        return peaks;
    }

    private static List<Target> weeks(Period held) {
        LocalDate monday = Span.day(held.from()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, week -> week.plusDays(7))
                .takeWhile(week -> Span.day(week).from().isBefore(held.to()))
                .map(week -> new Target(
                        "week",
                        new Span(
                                Span.day(week).from(),
                                Span.day(week.plusDays(7)).from())))
                .toList();
    }

    private List<Found> found(String sql, String table, List<Target> weeks) {
        return view.kept(sql, List.of(table, "target_periods"), weeks, List.of(), Found::of);
    }

    /** Weeks do not tell when most channels were live, so that the snapshots of the week are looked at. */
    private List<Found> channels(List<Target> weeks) {
        return view
                .kept(
                        "select period_start, peak_channels from gold_period_totals" + WEEKS
                                + "order by peak_channels desc, period_start limit 1",
                        List.of("gold_period_totals", "target_periods"),
                        weeks,
                        List.of(),
                        row -> Map.entry(row.instant("period_start"), row.number("peak_channels")))
                .stream()
                .flatMap(week -> view
                        .table(
                                "select min(snapshot_at) as at from gold_snapshot_metrics where channels = ?",
                                "gold_snapshot_metrics",
                                new Span(week.getKey(), week.getKey().plus(Duration.ofDays(7))),
                                List.of(week.getValue()),
                                row -> new Found("", week.getValue(), row.instant("at")))
                        .stream())
                .toList();
    }

    private Records.Peak peak(Records.Kind kind, Found found, String name) {
        Instant day = found.at().truncatedTo(ChronoUnit.DAYS);
        Span span = new Span(day, day.plus(1, ChronoUnit.DAYS));
        long passed = view.measured(new Period(span.from(), span.to()))
                .map(Span::seconds)
                .orElse(span.seconds());
        long covered = StoredPeriods.of(view, span.from(), span.to())
                .map(StoredPeriods.Kept::coveredSeconds)
                .orElse(0L);
        return new Records.Peak(
                kind, found.value(), found.at(), (double) covered / passed, name == null ? null : found.id(), name);
    }
}
