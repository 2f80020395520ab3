package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.CrawlRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One snapshot, as its tables have it. */
final class MomentFigures {

    private static final String OBSERVATIONS = "silver_stream_updates";

    private final View view;
    private final Span at;
    private final String literal;

    MomentFigures(View view, Instant snapshotAt) {
        this.view = view;
        this.at = new Span(snapshotAt, snapshotAt.plusSeconds(1));
        this.literal = Provided.literal(snapshotAt);
    }

    private record Seen(long rank, long id, long viewers, String category, String language) {}

    Moment moment(int limit) {
        Instant until = at.from().plusSeconds(cadence());
        Meta meta = new PlatformFigures(view).meta(new Period(at.from(), until));
        Moment.Summary summary = rows(
                        "select viewers, channels, categories from gold_snapshot_metrics where snapshot_at = %1$s",
                        1,
                        "gold_snapshot_metrics",
                        row -> new Moment.Summary(
                                row.number("viewers"), row.number("channels"), row.number("categories")))
                .stream()
                .findFirst()
                .orElse(new Moment.Summary(0, 0, 0));
        return new Moment(meta, at.from(), until, summary, categories(summary, limit), channels(summary, limit));
    }

    private long cadence() {
        return view.state().day(Span.day(at.from())).complete().stream()
                .filter(crawl -> crawl.snapshotAt().equals(at.from()))
                .mapToLong(CrawlRecord::cadenceSeconds)
                .findFirst()
                .orElseThrow();
    }

    private List<Moment.Category> categories(Moment.Summary summary, int limit) {
        Map<String, String> names = Names.categories(view);
        return rows(
                """
                select
                    category_id,
                    viewers,
                    channels,
                    rank() over (order by viewers desc) as rank
                from gold_game_metrics
                where snapshot_at = %1$s
                order by viewers desc, channels desc, category_id
                limit %2$d
                """,
                limit,
                "gold_game_metrics",
                row -> new Moment.Category(
                        row.number("rank"),
                        row.text("category_id"),
                        names.getOrDefault(row.text("category_id"), row.text("category_id")),
                        row.number("viewers"),
                        row.number("channels"),
                        share(row.number("viewers"), summary)));
    }

    private Optional<List<Moment.Channel>> channels(Moment.Summary summary, int limit) {
        if (summary.channels() > 0
                && view.state().day(Span.day(at.from())).files(OBSERVATIONS).isEmpty()) {
            return Optional.empty();
        }
        List<Seen> seen = rows(
                """
                select
                    channel_id,
                    viewers,
                    category_id,
                    language,
                    rank() over (order by viewers desc) as rank
                from silver_stream_updates
                where snapshot_at = %1$s
                order by viewers desc, channel_id
                limit %2$d
                """,
                limit,
                OBSERVATIONS,
                row -> new Seen(
                        row.number("rank"),
                        row.number("channel_id"),
                        row.number("viewers"),
                        row.text("category_id"),
                        row.text("language")));
        Map<Long, NewestNames.Name> names =
                view.names().of(seen.stream().map(Seen::id).toList());
        Map<String, String> categories = Names.categories(view);
        return Optional.of(seen.stream()
                .map(one -> channel(one, Optional.ofNullable(names.get(one.id)), categories, summary))
                .toList());
    }

    private static Moment.Channel channel(
            Seen seen, Optional<NewestNames.Name> name, Map<String, String> categories, Moment.Summary summary) {
        String id = String.valueOf(seen.id);
        return new Moment.Channel(
                seen.rank,
                id,
                name.map(NewestNames.Name::login).orElse(Names.unnamed(id)),
                name.map(NewestNames.Name::name).orElse(Names.unnamed(id)),
                seen.viewers,
                share(seen.viewers, summary),
                seen.category,
                categories.getOrDefault(seen.category, seen.category),
                seen.language);
    }

    private <T> List<T> rows(String sql, int limit, String table, Function<Row, T> each) {
        return view.table(sql.formatted(literal, limit), table, at, List.of(), each);
    }

    private static double share(long viewers, Moment.Summary summary) {
        return summary.viewers() == 0 ? 0 : (double) viewers / summary.viewers();
    }
}
