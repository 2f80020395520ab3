package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Channels by one of their metrics. */
final class ChannelRanking {

    private static final String RANKED = """
            with

            channels as (
                select
                    channel_id,
                    sum(viewer_seconds) as viewer_seconds,
                    sum(live_seconds) as live_seconds,
                    max(peak_viewers) as peak_viewers
                from channel_metrics
                where live_seconds > 0 %s
                group by channel_id
            ),

            ranked as (
                select
                    *,
                    rank() over (order by %s desc) as rank,
                    count(*) over () as total,
                    sum(viewer_seconds) over () as all_viewer_seconds
                from channels
            )

            """;

    /** A week of all of Twitch, about. */
    private static final long COUNTED_ROWS = 4_000_000;

    private final View view;

    ChannelRanking(View view) {
        this.view = view;
    }

    private record Found(Ranking.Channel channel, long total, long viewerSeconds) {}

    Ranking<Ranking.Channel> named(Meta meta, Span span, RankingQuery query) {
        Ranking<Ranking.Channel> ranking = rows(meta, span, query);
        return new Ranking<>(meta, named(ranking.rows()), ranking.total(), ranking.viewerSeconds());
    }

    /** The same without names. */
    Ranking<Ranking.Channel> rows(Meta meta, Span span, RankingQuery query) {
        boolean ofAll = query.language().isEmpty() && query.category().isEmpty();
        return (ofAll
                        ? new RankedChannels(view).best(meta, span, query.by(), query.offset() + query.limit())
                        : Optional.<List<ChannelSum>>empty())
                .map(best -> rows(meta, span, query, best))
                .orElseGet(() -> counted(meta, span, query));
    }

    private Ranking<Ranking.Channel> rows(Meta meta, Span span, RankingQuery query, List<ChannelSum> best) {
        List<Ranking.Channel> rows = new ArrayList<>();
        long rank = 0;
        for (int place = 0; place < Math.min(best.size(), query.offset() + query.limit()); place++) {
            ChannelSum sum = best.get(place);
            boolean equal =
                    place > 0 && sum.metric(query.by()) == best.get(place - 1).metric(query.by());
            rank = equal ? rank : place + 1;
            if (place >= query.offset()) {
                rows.add(row(rank, sum));
            }
        }
        return new Ranking<>(
                meta,
                rows,
                new Audience(view).channels(meta.from(), meta.to(), span),
                new PlatformFigures(view).viewerSeconds(meta, span));
    }

    private static Ranking.Channel row(long rank, ChannelSum sum) {
        return new Ranking.Channel(
                rank,
                String.valueOf(sum.channelId()),
                "",
                "",
                sum.viewerSeconds() / 3600.0,
                sum.viewerSeconds(),
                sum.peakViewers(),
                (double) sum.viewerSeconds() / sum.liveSeconds(),
                sum.liveSeconds() / 3600.0);
    }

    private Ranking<Ranking.Channel> counted(Meta meta, Span span, RankingQuery query) {
        List<Object> parameters = new ArrayList<>();
        String ranked = ranked(query, parameters);
        parameters.add(query.limit());
        parameters.add(query.offset());
        List<Found> found = view.periods(
                ranked + """
                        select * from ranked
                        order by %s desc, peak_viewers desc, channel_id
                        limit ? offset ?
                        """.formatted(metric(query.by())),
                List.of("channel_metrics"),
                List.of(new Target("asked", span)),
                parameters,
                row -> new Found(
                        row(
                                row.number("rank"),
                                new ChannelSum(
                                        row.number("channel_id"),
                                        row.number("viewer_seconds"),
                                        row.number("live_seconds"),
                                        row.number("peak_viewers"))),
                        row.number("total"),
                        row.number("all_viewer_seconds")));
        if (found.isEmpty() && query.offset() > 0) {
            Ranking<Ranking.Channel> first = counted(meta, span, query.part(1, 0));
            return new Ranking<>(meta, List.of(), first.total(), first.viewerSeconds());
        }
        return new Ranking<>(
                meta,
                found.stream().map(Found::channel).toList(),
                found.stream().mapToLong(Found::total).findFirst().orElse(0),
                found.stream().mapToLong(Found::viewerSeconds).findFirst().orElse(0));
    }

    /**
     * A channel's place among all by hours watched; empty where it was not live, and over long periods where it is too small for
     * the bounds and counting everybody would take too long.
     */
    Optional<ChannelReport.Rank> rank(Meta meta, Span span, long channelId, long viewerSeconds) {
        OptionalLong above = new LeadingChannels(view).above(span, viewerSeconds);
        if (above.isPresent()) {
            long total = new Audience(view).channels(meta.from(), meta.to(), span);
            return Optional.of(new ChannelReport.Rank(above.getAsLong() + 1, total));
        }
        return view.rows("gold_channel_days", span) <= COUNTED_ROWS ? counted(span, channelId) : Optional.empty();
    }

    private Optional<ChannelReport.Rank> counted(Span span, long channelId) {
        List<Object> parameters = new ArrayList<>();
        String ranked = ranked(RankingQuery.top(RankedBy.HOURS_WATCHED, 1), parameters);
        parameters.add(channelId);
        return view
                .periods(
                        ranked + "select rank, total from ranked where channel_id = ?",
                        List.of("channel_metrics"),
                        List.of(new Target("asked", span)),
                        parameters,
                        row -> new ChannelReport.Rank(row.number("rank"), row.number("total")))
                .stream()
                .findFirst();
    }

    private static String ranked(RankingQuery query, List<Object> parameters) {
        StringBuilder filters = new StringBuilder();
        query.language().ifPresent(language -> {
            filters.append(" and language = ?");
            parameters.add(language);
        });
        query.category().ifPresent(category -> {
            filters.append(" and category_id = ?");
            parameters.add(category);
        });
        return RANKED.formatted(filters, metric(query.by()));
    }

    private static String metric(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED -> "viewer_seconds";
            case PEAK_VIEWERS -> "peak_viewers";
            case AVERAGE_VIEWERS -> "(cast(viewer_seconds as double) / live_seconds)";
            case AIRTIME_HOURS -> "live_seconds";
        };
    }

    private List<Ranking.Channel> named(List<Ranking.Channel> channels) {
        Map<Long, NewestNames.Name> names = view.names()
                .of(channels.stream()
                        .map(channel -> Long.valueOf(channel.channelId()))
                        .toList());
        return channels.stream()
                .map(channel -> {
                    NewestNames.Name name = names.get(Long.valueOf(channel.channelId()));
                    return new Ranking.Channel(
                            channel.rank(),
                            channel.channelId(),
                            name == null ? "" : name.login(),
                            name == null ? Names.unnamed(channel.channelId()) : name.name(),
                            channel.hoursWatched(),
                            channel.viewerSeconds(),
                            channel.peakViewers(),
                            channel.averageViewers(),
                            channel.airtimeHours());
                })
                .toList();
    }
}
