package io.streamgauge.analytics;

import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.ModelCover;
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
 * How many broadcasts started within a period, each in the category and language that it showed when it was first seen. Whole
 * hours of days that are over come from their tables; what the newest day tells, and parts of hours, from observations.
 */
final class Starts {

    private static final String OBSERVATIONS = "silver_stream_updates";
    private static final String BY_CATEGORY = "gold_broadcast_starts";
    private static final String BY_LANGUAGE = "gold_language_starts";

    private static final String KEPT = """
            select language, cast(sum(broadcasts) as bigint) as broadcasts
            from %1$s
            where started_hour >= %2$s and started_hour < %3$s %4$s
            group by language
            """;

    private static final String NEWEST = """
            select started_hour, language, cast(sum(broadcasts) as bigint) as broadcasts
            from gold_broadcast_starts
            where true %s
            group by started_hour, language
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

            select language, count(*) as broadcasts
            from first_seen
            where started_at >= %1$s and started_at < %2$s %5$s
            group by language
            """;

    private final View view;
    private final Span span;

    /** @param span the part of the period that lies before now */
    Starts(View view, Span span) {
        this.view = view;
        this.span = span;
    }

    private record Hour(Instant at, String language, long broadcasts) {}

    private record Count(String language, long broadcasts) {}

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
            counts.addAll(kept(hours, category));
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
                .filter(date ->
                        date.isBefore(view.open()) && view.publication().days().containsKey(date))
                .noneMatch(
                        date -> view.state().cover().version(BY_CATEGORY, date).equals(ModelCover.NEVER));
    }

    private List<Count> kept(Span hours, Optional<String> category) {
        String table = category.isPresent() ? BY_CATEGORY : BY_LANGUAGE;
        String sql =
                KEPT.formatted(table, Provided.literal(hours.from()), Provided.literal(hours.to()), only(category));
        return view.table(
                sql,
                table,
                sightings(hours),
                parameters(category),
                row -> new Count(row.text("language"), row.number("broadcasts")));
    }

    /** What started within hours and was first seen on the newest snapshot's day. */
    private List<Count> newest(Span hours, Optional<String> category) {
        LocalDate open = view.open();
        if (!sightings(hours).overlaps(Span.day(open))) {
            return List.of();
        }
        List<Hour> seen = view.answer(
                List.of("newest starts", category),
                () -> view.starts(
                        NEWEST.formatted(only(category)),
                        open,
                        parameters(category),
                        row -> new Hour(row.instant("started_hour"), row.text("language"), row.number("broadcasts"))));
        return seen.stream()
                .filter(hour -> hours.holds(hour.at()))
                .map(hour -> new Count(hour.language(), hour.broadcasts()))
                .toList();
    }

    private List<Count> part(Span part, Optional<String> category) {
        Span day = Span.day(Span.day(part.from()));
        String sql = PART.formatted(
                Provided.literal(part.from()),
                Provided.literal(part.to()),
                Provided.literal(day.from()),
                Provided.literal(day.to()),
                only(category));
        return view.table(
                sql,
                OBSERVATIONS,
                sightings(part),
                parameters(category),
                row -> new Count(row.text("language"), row.number("broadcasts")));
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
