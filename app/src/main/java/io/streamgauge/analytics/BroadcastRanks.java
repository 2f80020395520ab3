package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A broadcast's place in its category at each snapshot. Whoever has more viewers than a broadcast that never had fewer than 100 is a
 * large channel of that day, so that the large channels' observations tell its place; all observations tell that of others.
 */
final class BroadcastRanks {

    private static final String OBSERVATIONS = "silver_stream_updates";
    private static final String LARGE = "silver_large_channel_updates";
    private static final String GAMES = "gold_game_metrics";

    private static final String RANKS = """
            select
                own.snapshot_at,
                1 + count(case when others.viewers > own.viewers then 1 end) as rank,
                max(games.channels) as channels
            from silver_stream_updates as own
            inner join %s as others
                on others.snapshot_at = own.snapshot_at
                and others.category_id = own.category_id
            inner join gold_game_metrics as games
                on games.snapshot_at = own.snapshot_at
                and games.category_id = own.category_id
            where own.channel_id = ? and own.stream_id = ?
            group by own.snapshot_at
            """;

    private final View view;

    BroadcastRanks(View view) {
        this.view = view;
    }

    private record Place(Instant snapshotAt, long rank, long channels) {}

    /** @param seen the broadcast's observations, the earliest first; at least one */
    List<BroadcastReport.Rank> of(long channelId, long broadcastId, List<Seen> seen) {
        Span snapshots = new Span(
                seen.get(0).snapshotAt(), seen.get(seen.size() - 1).snapshotAt().plusSeconds(1));
        if (snapshots.seconds() > Duration.ofDays(BroadcastReport.RANKED_DAYS).toSeconds()) {
            return List.of();
        }
        boolean isLarge = seen.stream().allMatch(one -> one.point().viewers() >= Bounds.FEWER_VIEWERS)
                && snapshots.days().allMatch(date -> view.isKept(LARGE, date) && view.isFilled(LARGE, date));
        Map<String, Span> tables = new HashMap<>(Map.of(OBSERVATIONS, snapshots, GAMES, snapshots));
        if (isLarge) {
            tables.put(LARGE, snapshots.wholeDays());
        }
        Map<Instant, Place> places = new HashMap<>();
        view.within(
                        RANKS.formatted(isLarge ? LARGE : OBSERVATIONS),
                        tables,
                        List.of(channelId, broadcastId),
                        row -> new Place(row.instant("snapshot_at"), row.number("rank"), row.number("channels")))
                .forEach(place -> places.put(place.snapshotAt(), place));
        return seen.stream()
                .filter(one -> places.containsKey(one.snapshotAt()))
                .map(one -> {
                    Place place = places.get(one.snapshotAt());
                    return new BroadcastReport.Rank(
                            one.held().at(), one.held().until(), place.rank(), place.channels());
                })
                .toList();
    }
}
