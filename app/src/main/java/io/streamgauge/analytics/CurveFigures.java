package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums hours watched of several channels or categories by hours or days, all in one query. */
final class CurveFigures {

    private static final Duration LONGEST_IN_HOURS = Duration.ofDays(3);

    private final View view;
    private final Period period;
    private final ChronoUnit unit;
    private final List<Target> steps;

    CurveFigures(View view, Period period) {
        this.view = view;
        this.period = period;
        this.unit = period.seconds() <= LONGEST_IN_HOURS.toSeconds() ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        this.steps = view.measured(period).stream().flatMap(this::steps).toList();
    }

    private Stream<Target> steps(Span span) {
        return Stream.iterate(span.from().truncatedTo(unit), at -> at.plus(1, unit))
                .takeWhile(at -> at.isBefore(span.to()))
                .map(at -> new Target(grain().text(), new Span(at, at.plus(1, unit))));
    }

    private Grain grain() {
        return unit == ChronoUnit.HOURS ? Grain.HOUR : Grain.DAY;
    }

    private record Sum(String id, Instant at, long viewerSeconds) {}

    Curves ofChannels(List<String> ids, RankingQuery query) {
        String table = unit == ChronoUnit.HOURS ? "gold_channel_hours" : "gold_channel_days";
        String column = unit == ChronoUnit.HOURS ? "hour_at" : "day_at";
        String sql = """
                select
                    cast(channel_id as varchar) as id,
                    %1$s as at,
                    cast(sum(viewer_seconds) as bigint) as viewer_seconds
                from %2$s
                where channel_id in (%3$s) %4$s
                group by channel_id, %1$s
                """.formatted(column, table, list(ids), filters(query));
        List<Object> parameters =
                new ArrayList<>(ids.stream().map(Long::valueOf).toList());
        query.language().ifPresent(parameters::add);
        query.category().ifPresent(parameters::add);
        return curves(ids, () -> view.table(sql, table, whole(), parameters, CurveFigures::sum));
    }

    Curves ofCategories(List<String> ids) {
        String sql = """
                select category_id as id, period_start as at, viewer_seconds
                from gold_game_periods
                inner join target_periods using (period, period_start)
                where category_id in (%s)
                """.formatted(list(ids));
        return curves(
                ids,
                () -> view.kept(
                        sql,
                        List.of("gold_game_periods", "target_periods"),
                        steps,
                        List.copyOf(ids),
                        CurveFigures::sum));
    }

    Curves ofLabels(LabelKind kind, List<String> ids) {
        boolean isByHour = unit == ChronoUnit.HOURS;
        View.DaysAndEdges cut = steps.isEmpty() || isByHour
                ? new View.DaysAndEdges(
                        List.of(), steps.stream().map(Target::span).toList())
                : view.labelDays(whole());
        String sql = """
                select cast(label_id as varchar) as id, day_at as at, viewer_seconds
                from gold_label_days
                where kind = '%1$s'
                union all
                select cast(label_id as varchar) as id, period_start as at, viewer_seconds
                from label_metrics
                where kind = '%1$s'
                """.formatted(kind.text());
        return curves(
                ids,
                () -> view.labelled(
                        sql, List.of("gold_label_days", "label_metrics"), cut, List.of(), CurveFigures::sum));
    }

    private static String filters(RankingQuery query) {
        return (query.language().isPresent() ? " and language = ?" : "")
                + (query.category().isPresent() ? " and category_id = ?" : "");
    }

    private static Sum sum(Row row) {
        return new Sum(row.text("id"), row.instant("at"), row.number("viewer_seconds"));
    }

    private static String list(List<String> ids) {
        return ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    }

    private Span whole() {
        return new Span(
                steps.get(0).span().from(), steps.get(steps.size() - 1).span().to());
    }

    private interface Asking {
        List<Sum> ask();
    }

    private Curves curves(List<String> ids, Asking asking) {
        Meta meta = new PlatformFigures(view).meta(period);
        if (steps.isEmpty() || ids.isEmpty()) {
            return new Curves(meta, grain().text(), List.of(), List.of());
        }
        Map<String, Map<Instant, Long>> sums = new HashMap<>();
        asking.ask().forEach(sum -> sums.computeIfAbsent(sum.id(), id -> new HashMap<>())
                .put(sum.at(), sum.viewerSeconds()));
        Set<Instant> known = new HashSet<>(view.kept(
                "select period_start from gold_period_totals inner join target_periods using (period, period_start)"
                        + " where covered_seconds > 0",
                List.of("gold_period_totals", "target_periods"),
                steps,
                List.of(),
                row -> row.instant("period_start")));
        List<Curves.Row> rows = new ArrayList<>();
        for (String id : ids) {
            Map<Instant, Long> own = sums.getOrDefault(id, Map.of());
            List<Double> values = new ArrayList<>();
            for (Target step : steps) {
                Instant at = step.span().from();
                values.add(known.contains(at) ? Double.valueOf(own.getOrDefault(at, 0L) / 3600.0) : null);
            }
            rows.add(new Curves.Row(id, values));
        }
        return new Curves(
                meta,
                grain().text(),
                steps.stream().map(step -> step.span().from()).toList(),
                rows);
    }
}
