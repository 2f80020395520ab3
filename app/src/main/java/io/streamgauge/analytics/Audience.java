package io.streamgauge.analytics;

import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How many different channels were on air within a period. */
final class Audience {

    /** Each channel counts on the first of the period's days that it was on air: it was not on air between the start and that. */
    private static final String VISITS = """
            select
                coalesce((
                    select sum(channels) from gold_channel_visits
                    where
                        day_at = %1$s and on_air_until > %3$s and on_air_from < %4$s
                        or day_at = %2$s and on_air_from < %4$s and coalesce(previous_until <= %3$s, true)
                ), 0)
                + coalesce((
                    select sum(channels) from gold_channel_returns
                    where day_at > %1$s and day_at < %2$s and coalesce(previous_until <= %3$s, true)
                ), 0) as channels
            """;

    private static final String NEWEST = """
            select count(distinct newest.channel_id) as channels
            from channel_metrics as newest
            anti join (
                select channel_id from gold_channel_months where on_air_until > %1$s
            ) as earlier on newest.channel_id = earlier.channel_id
            """;

    private final View view;

    Audience(View view) {
        this.view = view;
    }

    /**
     * From the kept tables where they hold the period, else counted.
     *
     * @param measured the part of the period that lies before now
     */
    long channels(Instant from, Instant to, Span measured) {
        return StoredPeriods.of(view, from, to)
                .map(StoredPeriods.Kept::channels)
                .orElseGet(() -> view.answer(List.of("audience", measured), () -> counted(measured)));
    }

    private long counted(Span span) {
        LocalDate open = view.open();
        LocalDate first = Span.day(span.from());
        LocalDate last = Span.day(span.to().minusSeconds(1));
        if (first.equals(last) || !first.isBefore(open)) {
            return counted("select count(distinct channel_id) as channels from channel_metrics", edges(span));
        }
        if (last.isBefore(open)) {
            return visits(span, first, last);
        }
        Instant opening = Span.day(open).from();
        Span before = new Span(span.from(), opening);
        LocalDate lastBefore = open.minusDays(1);
        long known = first.equals(lastBefore)
                ? counted("select count(distinct channel_id) as channels from channel_metrics", edges(before))
                : visits(before, first, lastBefore);
        Blocks newest = new Blocks(
                view.months(first, open),
                List.of(),
                edges(new Span(opening, span.to())).edges());
        return known
                + view.blocks(
                                NEWEST.formatted(Provided.literal(span.from())),
                                List.of("channel_metrics", "gold_channel_months"),
                                newest,
                                row -> row.number("channels"))
                        .get(0);
    }

    private long visits(Span span, LocalDate first, LocalDate last) {
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        String sql = VISITS.formatted(
                Provided.literal(Span.day(first).from()),
                Provided.literal(Span.day(last).from()),
                Provided.literal(span.from()),
                Provided.literal(span.to()));
        return view.visits(sql, days, row -> row.number("channels")).get(0);
    }

    private long counted(String sql, Blocks edges) {
        return view.blocks(sql, List.of("channel_metrics"), edges, row -> row.number("channels"))
                .get(0);
    }

    private static Blocks edges(Span span) {
        List<Span> edges = span.days().map(Span::day).map(span::common).toList();
        return new Blocks(List.of(), List.of(), edges);
    }
}
