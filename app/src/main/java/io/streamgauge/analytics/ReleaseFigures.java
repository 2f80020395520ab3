package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** First weeks of games, from the categories' days. */
final class ReleaseFigures {

    private static final int DAYS = 7 * Releases.WEEKS;

    /** An age's first row begins with the release. */
    private static final String RELEASED = """
            select category_id, min(valid_from) as released_at
            from gold_category_labels
            where kind = 'age'
            group by category_id
            having released_at >= ? and released_at < ?
            order by category_id
            """;

    private static final String WATCHED = """
            with released as (%s)
            select games.category_id, games.period_start, games.viewer_seconds, games.peak_viewers
            from gold_game_periods as games
            inner join target_periods using (period, period_start)
            inner join released
                on games.category_id = released.category_id
                and games.period_start >= date_trunc('day', released.released_at)
                and games.period_start < date_trunc('day', released.released_at) + interval %d day
            """;

    private final View view;

    ReleaseFigures(View view) {
        this.view = view;
    }

    private record Released(String categoryId, Instant at) {}

    private record Watched(String categoryId, LocalDate day, long viewerSeconds, long peak) {}

    Releases of(Period period, int limit) {
        Meta meta = new PlatformFigures(view).meta(period);
        Optional<Span> measured =
                view.measured(new Period(period.from(), period.to().plusSeconds(DAYS * 86_400L)));
        if (measured.isEmpty() || !view.hasLabels()) {
            return new Releases(meta, List.of(), 0);
        }
        List<Object> asked = List.of(
                LocalDateTime.ofInstant(period.from(), ZoneOffset.UTC),
                LocalDateTime.ofInstant(period.to(), ZoneOffset.UTC));
        Map<String, Released> released = new HashMap<>();
        view.tables(
                        RELEASED,
                        List.of("gold_category_labels"),
                        asked,
                        row -> new Released(row.text("category_id"), row.instant("released_at")))
                .forEach(game -> released.put(game.categoryId(), game));
        List<Target> days = measured.get()
                .days()
                .map(date -> new Target("day", Span.day(date)))
                .toList();
        Map<LocalDate, Long> covered = new HashMap<>();
        view.kept(
                "select period_start, covered_seconds from gold_period_totals"
                        + " inner join target_periods using (period, period_start)",
                List.of("gold_period_totals", "target_periods"),
                days,
                List.of(),
                row -> covered.put(Span.day(row.instant("period_start")), row.number("covered_seconds")));
        Map<String, Map<LocalDate, Watched>> watched = new HashMap<>();
        view.kept(
                        WATCHED.formatted(RELEASED, DAYS),
                        List.of("gold_game_periods", "target_periods", "gold_category_labels"),
                        days,
                        asked,
                        row -> new Watched(
                                row.text("category_id"),
                                Span.day(row.instant("period_start")),
                                row.number("viewer_seconds"),
                                row.number("peak_viewers")))
                .forEach(day -> watched.computeIfAbsent(day.categoryId(), id -> new HashMap<>())
                        .put(day.day(), day));
        return ranked(meta, released, watched, covered, limit);
    }

    private Releases ranked(
            Meta meta,
            Map<String, Released> released,
            Map<String, Map<LocalDate, Watched>> watched,
            Map<LocalDate, Long> covered,
            int limit) {
        Map<String, String> names = Names.categories(view);
        List<Releases.Row> rows = new ArrayList<>();
        watched.forEach((id, days) -> rows.add(row(released.get(id), names.getOrDefault(id, id), days, covered)));
        rows.sort(Comparator.comparingLong((Releases.Row row) -> -row.viewerSeconds())
                .thenComparing(Releases.Row::categoryId));
        List<Releases.Row> placed = new ArrayList<>();
        for (Releases.Row row : rows.subList(0, Math.min(limit, rows.size()))) {
            boolean isEqual = !placed.isEmpty() && placed.get(placed.size() - 1).viewerSeconds() == row.viewerSeconds();
            placed.add(placed(row, isEqual ? placed.get(placed.size() - 1).rank() : placed.size() + 1));
        }
        return new Releases(meta, placed, rows.size());
    }

    private static Releases.Row placed(Releases.Row row, long rank) {
        return new Releases.Row(
                rank,
                row.categoryId(),
                row.name(),
                row.firstReleaseAt(),
                row.hoursWatched(),
                row.viewerSeconds(),
                row.peakViewers(),
                row.weeks(),
                row.days());
    }

    private Releases.Row row(
            Released game, String name, Map<LocalDate, Watched> watched, Map<LocalDate, Long> covered) {
        LocalDate first = Span.day(game.at());
        List<LocalDate> days = first.datesUntil(first.plusDays(DAYS))
                .filter(date -> Span.day(date).from().isBefore(view.end()))
                .toList();
        List<Double> hours = new ArrayList<>();
        days.forEach(date -> hours.add(
                covered.getOrDefault(date, 0L) == 0 ? null : Double.valueOf(seconds(watched, date) / 3600.0)));
        long all = days.stream().mapToLong(date -> seconds(watched, date)).sum();
        return new Releases.Row(
                0,
                game.categoryId(),
                name,
                game.at(),
                all / 3600.0,
                all,
                peak(watched, days),
                IntStream.range(0, (days.size() + 6) / 7)
                        .mapToObj(week -> week(week, first.plusDays(7L * week), watched, covered))
                        .toList(),
                hours);
    }

    private Releases.Week week(
            int number, LocalDate first, Map<LocalDate, Watched> watched, Map<LocalDate, Long> covered) {
        List<LocalDate> days = first.datesUntil(first.plusDays(7)).toList();
        Span span = new Span(Span.day(first).from(), Span.day(first.plusDays(7)).from());
        Instant end = span.to().isBefore(view.end()) ? span.to() : view.end();
        long seconds = days.stream().mapToLong(date -> seconds(watched, date)).sum();
        long observed =
                days.stream().mapToLong(date -> covered.getOrDefault(date, 0L)).sum();
        return new Releases.Week(
                number + 1L,
                span.from(),
                span.to(),
                !span.to().isAfter(view.end()),
                seconds / 3600.0,
                seconds,
                observed == 0 ? null : Double.valueOf((double) seconds / observed),
                peak(watched, days),
                (double) observed / new Span(span.from(), end).seconds());
    }

    private static long seconds(Map<LocalDate, Watched> watched, LocalDate date) {
        return Optional.ofNullable(watched.get(date))
                .map(Watched::viewerSeconds)
                .orElse(0L);
    }

    private static long peak(Map<LocalDate, Watched> watched, List<LocalDate> days) {
        return days.stream()
                .flatMap(date -> Optional.ofNullable(watched.get(date)).stream())
                .mapToLong(Watched::peak)
                .max()
                .orElse(0);
    }
}
