package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One category over a period. */
final class CategoryFigures {

    private static final int TOP = 10;
    private static final String SERIES = "gold_game_metrics";

    private static final String KEPT = """
            with

            covered_time as (select %d as covered_seconds),

            categories as (
                select games.*
                from gold_game_periods as games
                inner join target_periods using (period, period_start)
            ),
            """;

    /** Different channels are counted for the one category alone: of all of them that takes many times as long. */
    private static final String COUNTED = """
            with

            audience as (
                select count(distinct channel_id) as unique_channels
                from channel_metrics
                where category_id = ? and live_seconds > 0
            ),

            sums as (
                select
                    games.category_id,
                    cast(sum(games.viewers * slices.seconds) as bigint) as viewer_seconds,
                    cast(sum(games.channels * slices.seconds) as bigint) as live_seconds,
                    max(games.viewers) as peak_viewers,
                    timestamp_seconds(
                        max(games.viewers) * 4294967296 - max(games.viewers * 4294967296 - slices.begins_second)
                    ) as peak_at,
                    max(games.channels) as peak_channels
                from gold_game_metrics as games
                inner join period_slices as slices on games.snapshot_at = slices.snapshot_at
                group by games.category_id
            ),

            categories as (select * from sums cross join audience),
            """;

    private static final String RANKED = """

            ranked as (
                select
                    categories.*,
                    rank() over (order by viewer_seconds desc) as rank,
                    count(*) over () as total,
                    sum(viewer_seconds) over () as all_viewer_seconds
                from categories
                where live_seconds > 0
            )

            select *
            from ranked
            cross join covered_time
            where category_id = ?
            """;

    private final View view;

    CategoryFigures(View view) {
        this.view = view;
    }

    private interface Making<T> {

        T of(Row row, ChannelReport.Rank rank);
    }

    private record Found(CategoryReport.Summary summary, ChannelReport.Rank rank) {}

    /** @param channels its channels by hours watched, the most watched first */
    CategoryReport report(
            Meta meta, CategoryReport.Identity identity, Optional<Span> measured, List<Ranking.Channel> channels) {
        String id = identity.categoryId();
        Optional<Found> found = measured.flatMap(span -> summary(meta, span, id, channels));
        return new CategoryReport(
                meta,
                identity,
                view.hasMetadata() ? new LearntOfCategories(view).of(id) : Optional.empty(),
                found.map(Found::summary),
                found.map(Found::rank),
                channels,
                found.map(known -> languages(
                                measured.orElseThrow(), id, known.summary().viewerSeconds()))
                        .orElse(List.of()),
                measured.map(span -> Series.of(
                                view, span, SERIES, "seen.category_id = ?", List.of(id), CategoryReport.Point::of))
                        .orElse(List.of()));
    }

    /** What of a category stands beside others. */
    Lineup.Row beside(Meta meta, CategoryReport.Identity identity, Optional<Span> measured) {
        record Beside(Lineup.Summary summary, ChannelReport.Rank rank) {}
        String id = identity.categoryId();
        Optional<Beside> found =
                measured.flatMap(span -> ranked(meta, span, id, (row, rank) -> new Beside(summaryBeside(row), rank)));
        return new Lineup.Row(
                id,
                identity.name(),
                null,
                found.map(Beside::summary),
                found.map(Beside::rank),
                measured.map(span ->
                                Series.of(view, span, SERIES, "seen.category_id = ?", List.of(id), Lineup.Point::of))
                        .orElse(List.of()));
    }

    private Optional<Found> summary(Meta meta, Span span, String id, List<Ranking.Channel> channels) {
        Optional<Map<String, Long>> starts = new Starts(view, span).byLanguage(id);
        long top = channels.stream()
                .limit(TOP)
                .mapToLong(Ranking.Channel::viewerSeconds)
                .sum();
        return ranked(meta, span, id, (row, rank) -> new Found(summary(row, top, Starts.sum(starts)), rank));
    }

    private <T> Optional<T> ranked(Meta meta, Span span, String id, Making<T> making) {
        Function<Row, T> each = row -> making.of(row, new ChannelReport.Rank(row.number("rank"), row.number("total")));
        Optional<StoredPeriods.Kept> kept = StoredPeriods.of(view, meta.from(), meta.to());
        List<T> found = kept.isPresent()
                ? view.stored(
                        KEPT.formatted(kept.get().coveredSeconds()) + RANKED,
                        List.of("gold_game_periods", "target_periods"),
                        kept.get().target(),
                        List.of(id),
                        each)
                : asked(
                        COUNTED + RANKED,
                        List.of("gold_game_metrics", "period_slices", "channel_metrics", "covered_time"),
                        span,
                        List.of(id, id),
                        each);
        return found.stream().findFirst();
    }

    private static CategoryReport.Summary summary(Row row, long top, Long broadcastsStarted) {
        Lineup.Summary summary = summaryBeside(row);
        return new CategoryReport.Summary(
                summary.hoursWatched(),
                summary.viewerSeconds(),
                summary.peakViewers(),
                summary.peakAt(),
                summary.averageViewers(),
                summary.averageChannels(),
                row.number("peak_channels"),
                summary.uniqueChannels(),
                summary.airtimeHours(),
                row.real("viewer_seconds") / row.number("live_seconds"),
                share(row.real("viewer_seconds"), row.real("all_viewer_seconds")),
                share(top, row.real("viewer_seconds")),
                broadcastsStarted);
    }

    private static Lineup.Summary summaryBeside(Row row) {
        return new Lineup.Summary(
                row.number("viewer_seconds") / 3600.0,
                row.number("viewer_seconds"),
                row.number("peak_viewers"),
                row.instant("peak_at"),
                row.real("viewer_seconds") / row.number("covered_seconds"),
                row.number("live_seconds") / 3600.0,
                row.real("live_seconds") / row.number("covered_seconds"),
                row.number("unique_channels"));
    }

    private List<CategoryReport.Language> languages(Span span, String id, long viewerSeconds) {
        Optional<Map<String, Long>> starts = new Starts(view, span).byLanguage(id);
        return asked(
                """
                select
                    language,
                    cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                    cast(sum(live_seconds) as bigint) as live_seconds,
                    count(distinct channel_id) as unique_channels
                from channel_metrics
                where category_id = ? and live_seconds > 0
                group by language
                order by viewer_seconds desc, language
                """,
                List.of("channel_metrics"),
                span,
                List.of(id),
                row -> new CategoryReport.Language(
                        row.text("language"),
                        row.number("viewer_seconds") / 3600.0,
                        row.number("viewer_seconds"),
                        row.number("live_seconds") / 3600.0,
                        row.number("unique_channels"),
                        share(row.real("viewer_seconds"), viewerSeconds),
                        Starts.of(starts, row.text("language"))));
    }

    private <T> List<T> asked(
            String sql, List<String> inputs, Span span, List<Object> parameters, Function<Row, T> each) {
        return view.periods(sql, inputs, List.of(new Target("asked", span)), parameters, each);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
