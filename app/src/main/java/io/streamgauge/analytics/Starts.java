package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many broadcasts started within a period, each in the category and language that it showed when it was first seen. Days
 * that are over have their tables; what the newest day tells, and parts of hours of which it may tell, come from observations.
 */
final class Starts {

    private static final String OBSERVATIONS = "silver_stream_updates";
    private static final String BY_CATEGORY = "gold_broadcast_starts";
    private static final String BY_LANGUAGE = "gold_language_starts";

    private static final String KEPT = """
            select language, cast(sum(broadcasts) as bigint) as broadcasts
            from %1$s
            where %2$s >= %3$s and %2$s < %4$s %5$s
            group by language
            """;

    private static final String NEWEST = """
            select
                date_trunc('hour', started_at) as started_hour,
                category_id,
                language,
                cast(sum(broadcasts) as bigint) as broadcasts
            from gold_broadcast_starts
            group by 1, 2, 3
            """;

    /** Observations of a day and the next, of what started within an hour of it. */
    private static final String PART = """
            with

            candidates as (
                select distinct stream_id from silver_stream_updates where started_at >= %1$s and started_at < %2$s
            ),

            first_seen as (
                select
                    stream_id,
                    min_by(started_at, snapshot_at) as started_at,
                    min_by(category_id, snapshot_at) as category_id,
                    min_by(language, snapshot_at) as language
                from silver_stream_updates
                where started_at >= %3$s and started_at < %4$s and stream_id in (select stream_id from candidates)
                group by stream_id
            )

            select category_id, language, count(*) as broadcasts
            from first_seen
            where started_at >= %1$s and started_at < %2$s
            group by category_id, language
            """;

    private final View view;
    private final Span span;

    /** @param span the part of the period that lies before now */
    Starts(View view, Span span) {
        this.view = view;
        this.span = span;
    }

    private record Count(String language, long broadcasts) {}

    /** What started in one category, from observations: read once for all categories, since that is what takes time. */
    private record Started(Instant hour, String category, Count count) {

        boolean isOf(Optional<String> asked) {
            return asked.isEmpty() || asked.get().equals(category);
        }
    }

    /** By language; a language that none started in is missing. Empty where it is not known. */
    Optional<Map<String, Long>> byLanguage() {
        return view.answer(List.of("starts", span), () -> counted(Optional.empty()));
    }

    /** The same of one category. */
    Optional<Map<String, Long>> byLanguage(String category) {
        return view.answer(List.of("starts", span, category), () -> counted(Optional.of(category)));
    }

    /** All of a result together, null where it is not known. */
    static Long sum(Optional<Map<String, Long>> byLanguage) {
        return byLanguage
                .map(counts ->
                        counts.values().stream().mapToLong(Long::longValue).sum())
                .orElse(null);
    }

    /** One language's part of a result, null where it is not known. */
    static Long of(Optional<Map<String, Long>> byLanguage, String language) {
        return byLanguage.map(counts -> counts.getOrDefault(language, 0L)).orElse(null);
    }

    private Optional<Map<String, Long>> counted(Optional<String> category) {
        Instant first = span.from().plus(1, ChronoUnit.HOURS).minusSeconds(1).truncatedTo(ChronoUnit.HOURS);
        Instant last = span.to().truncatedTo(ChronoUnit.HOURS);
        List<Span> parts = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        if (last.isBefore(first)) {
            parts.add(span);
        } else {
            parts.add(new Span(span.from(), first));
            parts.add(new Span(last, span.to()));
        }
        if (first.isBefore(last)) {
            Span hours = new Span(first, last);
            if (!isKept(hours)) {
                return Optional.empty();
            }
            counts.addAll(
                    category.isPresent()
                            ? kept(BY_CATEGORY, "started_at", hours, category)
                            : kept(BY_LANGUAGE, "started_hour", hours, category));
            counts.addAll(newest(hours, category));
        }
        for (Span part : parts) {
            if (part.from().isBefore(part.to())) {
                counts.addAll(part(part, category));
            }
        }
        Map<String, Long> byLanguage = new TreeMap<>();
        counts.forEach(count -> byLanguage.merge(count.language(), count.broadcasts(), Long::sum));
        return Optional.of(byLanguage);
    }

    /** Whether the days that are over have their tables: those whose observations went before there was such a table do not. */
    private boolean isKept(Span hours) {
        return sightings(hours)
                .days()
                .filter(date -> date.isBefore(view.open()))
                .allMatch(date -> view.isKept(BY_CATEGORY, date));
    }

    private List<Count> kept(String table, String started, Span part, Optional<String> category) {
        String sql = KEPT.formatted(
                table, started, Provided.literal(part.from()), Provided.literal(part.to()), only(category));
        return view.table(
                sql,
                table,
                sightings(part),
                parameters(category),
                row -> new Count(row.text("language"), row.number("broadcasts")));
    }

    /** What started within hours and was first seen on the newest snapshot's day. */
    private List<Count> newest(Span hours, Optional<String> category) {
        LocalDate open = view.open();
        if (!sightings(hours).overlaps(Span.day(open))) {
            return List.of();
        }
        List<Started> seen = view.answer(
                List.of("newest starts"),
                () -> view.starts(NEWEST, open, List.of(), row -> started(row.instant("started_hour"), row)));
        return seen.stream()
                .filter(found -> hours.holds(found.hour()) && found.isOf(category))
                .map(Started::count)
                .toList();
    }

    private static Started started(Instant hour, Row row) {
        return new Started(hour, row.text("category_id"), new Count(row.text("language"), row.number("broadcasts")));
    }

    private List<Count> part(Span part, Optional<String> category) {
        if (sightings(part).to().compareTo(Span.day(view.open()).from()) <= 0 && isKept(part)) {
            return kept(BY_CATEGORY, "started_at", part, category);
        }
        Span day = Span.day(Span.day(part.from()));
        String sql = PART.formatted(
                Provided.literal(part.from()),
                Provided.literal(part.to()),
                Provided.literal(day.from()),
                Provided.literal(day.to()));
        List<Started> seen = view.answer(
                List.of("starts within", part),
                () -> view.table(sql, OBSERVATIONS, sightings(part), List.of(), row -> started(part.from(), row)));
        return seen.stream()
                .filter(found -> found.isOf(category))
                .map(Started::count)
                .toList();
    }

    /** The days on which what started then can be first seen. */
    static Span sightings(Span started) {
        Span first = Span.day(Span.day(started.from()));
        Span last = Span.day(Span.day(started.to().minusSeconds(1)));
        return new Span(first.from(), last.to().plus(Duration.ofDays(1)));
    }

    private static String only(Optional<String> category) {
        return category.isPresent() ? "and category_id = ?" : "";
    }

    private static List<Object> parameters(Optional<String> category) {
        return category.<List<Object>>map(List::of).orElse(List.of());
    }
}
