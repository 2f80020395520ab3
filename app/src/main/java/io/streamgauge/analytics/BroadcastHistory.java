package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One broadcast, from its channel's observations around a time when it was live. Ids tell nothing of when they were given, and
 * files of observations are sorted by channel and not by broadcast, so that finding one without a time would read all days.
 */
final class BroadcastHistory {

    private static final Duration AROUND = Duration.ofDays(2);

    /** A broadcast that was not seen for so long at an end of what was looked at does not go on beyond it. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final View view;

    BroadcastHistory(View view) {
        this.view = view;
    }

    /** @param at a time when the broadcast was live; the newest days are looked at where none is given */
    Optional<BroadcastReport> report(String idOrLogin, long broadcastId, Optional<Instant> at) {
        Span around = at.map(time -> new Span(time.minus(AROUND), time.plus(AROUND)))
                .orElseGet(() -> new Span(view.end().minus(Analytics.BROADCASTS_WITHOUT_TIME), view.end()));
        return channel(idOrLogin).flatMap(channel -> {
            List<Seen> seen = seen(Long.parseLong(channel.channelId()), broadcastId, around);
            if (seen.isEmpty()) {
                view.requireDetail(around, "broadcasts that were seen after that can be asked for");
                return Optional.empty();
            }
            return Optional.of(report(channel, broadcastId, seen));
        });
    }

    private BroadcastReport report(BroadcastReport.Channel channel, long broadcastId, List<Seen> seen) {
        Seen first = seen.get(0);
        Seen last = seen.get(seen.size() - 1);
        Span span = new Span(first.held().at(), last.held().until());
        view.requireDetail(span, "broadcasts that were first seen after that can be asked for");
        SeenSum sum = SeenSum.of(seen);
        return new BroadcastReport(
                new PlatformFigures(view).meta(new Period(span.from(), span.to())),
                channel,
                String.valueOf(broadcastId),
                last.startedAt(),
                first.snapshotAt(),
                last.snapshotAt(),
                new BroadcastReport.Summary(
                        sum.hoursWatched(),
                        sum.viewerSeconds(),
                        sum.peak(),
                        sum.peakAt(),
                        sum.averageViewers(),
                        sum.airtimeHours()),
                titles(channel, broadcastId, span),
                categories(seen),
                seen.stream().map(Seen::point).toList(),
                new BroadcastRanks(view).of(Long.parseLong(channel.channelId()), broadcastId, seen));
    }

    private Optional<BroadcastReport.Channel> channel(String idOrLogin) {
        Optional<BroadcastReport.Channel> named = Names.channel(view, idOrLogin)
                .map(identity -> new BroadcastReport.Channel(identity.channelId(), identity.login(), identity.name()));
        return named.isPresent()
                ? named
                : Names.id(idOrLogin)
                        .map(String::valueOf)
                        .map(id -> new BroadcastReport.Channel(id, null, Names.unnamed(id)));
    }

    /** The broadcast's observations, of a span that grows until it holds all of them. */
    private List<Seen> seen(long channelId, long broadcastId, Span span) {
        List<Seen> seen = Seen.of(view, span, channelId).stream()
                .filter(one -> one.point().broadcastId().equals(String.valueOf(broadcastId)))
                .toList();
        if (seen.isEmpty()) {
            return seen;
        }
        boolean beganBefore = seen.get(0).snapshotAt().isBefore(span.from().plus(MARGIN));
        boolean goesOn = span.to().isBefore(view.end())
                && seen.get(seen.size() - 1).held().until().isAfter(span.to().minus(MARGIN));
        if (!beganBefore && !goesOn) {
            return seen;
        }
        long seconds = AROUND.toSeconds();
        return seen(channelId, broadcastId, span.widen(beganBefore ? seconds : 0, goesOn ? seconds : 0));
    }

    private List<BroadcastReport.Title> titles(BroadcastReport.Channel channel, long broadcastId, Span span) {
        return view.table(
                """
                select
                    title,
                    coalesce(tags, []) as tags,
                    min(first_seen_at) as first_seen_at,
                    max(last_seen_at) as last_seen_at
                from silver_broadcast_titles
                where channel_id = ? and stream_id = ?
                group by title, coalesce(tags, [])
                order by first_seen_at
                """,
                "silver_broadcast_titles",
                span,
                List.of(Long.valueOf(channel.channelId()), broadcastId),
                row -> new BroadcastReport.Title(
                        row.text("title"),
                        row.texts("tags"),
                        row.instant("first_seen_at"),
                        row.instant("last_seen_at")));
    }

    private List<BroadcastReport.Category> categories(List<Seen> seen) {
        Map<String, String> names = Names.categories(view);
        List<BroadcastReport.Category> played = new ArrayList<>();
        for (Seen one : seen) {
            String id = one.point().categoryId();
            int last = played.size() - 1;
            boolean goesOn = last >= 0 && played.get(last).categoryId().equals(id);
            Instant at = goesOn ? played.remove(last).at() : one.held().at();
            played.add(new BroadcastReport.Category(
                    id, names.getOrDefault(id, id), at, one.held().until()));
        }
        return List.copyOf(played);
    }
}
