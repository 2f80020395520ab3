package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.List;
import java.util.Optional;

/** Ranks by day, from the tables of days. */
final class DailyRanks {

    /** A row for each day that is known, with the rank where there is one. */
    private static final String DAYS = """
            select
                periods.period_start,
                periods.period_end,
                ranked.rank,
                ranked.viewer_seconds
            from target_periods as periods
            inner join gold_period_totals as totals using (period, period_start)
            left join (%s) as ranked using (period, period_start)
            order by periods.period_start
            """;

    private static final String CHANNEL =
            "select period, period_start, rank, viewer_seconds from top_streamers where channel_id = ?";

    private static final String CATEGORY = """
            select * from (
                select
                    period,
                    period_start,
                    category_id,
                    viewer_seconds,
                    rank() over (partition by period, period_start order by viewer_seconds desc) as rank
                from gold_game_periods
                inner join target_periods using (period, period_start)
                where live_seconds > 0
            )
            where category_id = ?
            """;

    private DailyRanks() {}

    /** Empty where what it is about was never seen, and for the platform. */
    static Optional<RankHistory> answer(View view, About about, Period period) {
        if (about instanceof About.Channel channel) {
            return Names.channel(view, channel.idOrLogin())
                    .map(identity ->
                            answer(view, period, CHANNEL, "top_streamers", Long.valueOf(identity.channelId())));
        }
        if (about instanceof About.Category category) {
            return Names.category(view, category.id())
                    .map(identity -> answer(view, period, CATEGORY, "gold_game_periods", category.id()));
        }
        return Optional.empty();
    }

    private static RankHistory answer(View view, Period period, String ranked, String table, Object id) {
        List<Target> days = view.measured(period).stream()
                .flatMap(Span::days)
                .map(date -> new Target("day", Span.day(date)))
                .toList();
        Meta meta = new PlatformFigures(view).meta(period);
        return new RankHistory(
                meta,
                days.isEmpty()
                        ? List.of()
                        : view.kept(
                                DAYS.formatted(ranked),
                                List.of("gold_period_totals", table, "target_periods"),
                                days,
                                List.of(id),
                                DailyRanks::day));
    }

    private static RankHistory.Day day(Row row) {
        Double viewerSeconds = row.realOrNull("viewer_seconds");
        return new RankHistory.Day(
                row.instant("period_start"),
                row.instant("period_end"),
                row.numberOrNull("rank"),
                viewerSeconds == null ? null : Double.valueOf(viewerSeconds / 3600));
    }
}
