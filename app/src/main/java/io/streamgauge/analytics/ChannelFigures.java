package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One channel over a period, from its own observations. */
final class ChannelFigures {

    private static final Duration LONGEST_GAP = Duration.ofMinutes(30);

    private final View view;

    ChannelFigures(View view) {
        this.view = view;
    }

    private record Seen(Held held, Instant snapshotAt, Instant startedAt, ChannelReport.Point point) {

        long viewerSeconds() {
            return point.viewers() * held.seconds();
        }
    }

    ChannelReport report(Meta meta, ChannelReport.Identity identity, Optional<Span> measured) {
        List<Seen> seen = measured.map(span -> observations(span, identity)).orElse(List.of());
        Optional<ChannelReport.Rank> rank = seen.isEmpty()
                ? Optional.empty()
                : new ChannelRanking(view).rank(measured.orElseThrow(), Long.parseLong(identity.channelId()));
        return new ChannelReport(
                meta,
                identity,
                summary(seen, measured, identity),
                rank,
                categories(seen),
                broadcasts(seen),
                sittings(seen),
                seen.stream().map(Seen::point).toList());
    }

    private List<Seen> observations(Span span, ChannelReport.Identity identity) {
        return view.observations(
                """
                select
                    updates.snapshot_at,
                    reach.sampled_until,
                    reach.reaches_until,
                    updates.viewers,
                    updates.category_id,
                    updates.stream_id,
                    updates.started_at
                from silver_stream_updates as updates
                inner join snapshot_reach as reach on updates.snapshot_at = reach.snapshot_at
                inner join target_periods as asked
                    on reach.snapshot_at < asked.period_end
                    and reach.reaches_until > asked.period_start
                where updates.channel_id = ?
                order by updates.snapshot_at
                """,
                List.of("target_periods", "silver_stream_updates", "snapshot_reach"),
                span,
                List.of(Long.valueOf(identity.channelId())),
                row -> {
                    Held held = Held.within(
                            span,
                            row.instant("snapshot_at"),
                            row.instant("sampled_until"),
                            row.instant("reaches_until"));
                    return new Seen(
                            held,
                            row.instant("snapshot_at"),
                            row.instant("started_at"),
                            new ChannelReport.Point(
                                    held.at(),
                                    held.bridgedFrom(),
                                    held.until(),
                                    row.number("viewers"),
                                    row.text("category_id"),
                                    String.valueOf(row.number("stream_id"))));
                });
    }

    private Optional<ChannelReport.Summary> summary(
            List<Seen> seen, Optional<Span> measured, ChannelReport.Identity identity) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Sum sum = Sum.of(seen);
        return Optional.of(new ChannelReport.Summary(
                sum.viewerSeconds() / 3600.0,
                sum.viewerSeconds(),
                sum.peak(),
                sum.peakAt(),
                (double) sum.viewerSeconds() / sum.seconds(),
                sum.seconds() / 3600.0,
                broadcastsStarted(measured.orElseThrow(), identity)));
    }

    /** As for the platform, on the day on which they started or the one after. */
    private long broadcastsStarted(Span span, ChannelReport.Identity identity) {
        Span seen = Starts.sightings(span);
        return view.observations(
                        """
                        with first_seen as (
                            select min_by(started_at, snapshot_at) as started_at
                            from silver_stream_updates
                            where channel_id = ? and cast(snapshot_at as date) - cast(started_at as date) in (0, 1)
                            group by stream_id, cast(started_at as date)
                        )

                        select count(*) as broadcasts
                        from first_seen
                        where started_at >= ? and started_at < ?
                        """,
                        List.of("silver_stream_updates"),
                        seen,
                        List.of(Long.valueOf(identity.channelId()), utc(span.from()), utc(span.to())),
                        row -> row.number("broadcasts"))
                .get(0);
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private List<ChannelReport.CategoryPlayed> categories(List<Seen> seen) {
        Map<String, String> names = Names.categories(view);
        return grouped(seen, one -> one.point().categoryId()).entrySet().stream()
                .map(entry -> {
                    Sum sum = Sum.of(entry.getValue());
                    return new ChannelReport.CategoryPlayed(
                            entry.getKey(),
                            names.getOrDefault(entry.getKey(), entry.getKey()),
                            sum.viewerSeconds() / 3600.0,
                            sum.seconds() / 3600.0,
                            (double) sum.viewerSeconds() / sum.seconds(),
                            sum.peak());
                })
                .sorted(Comparator.comparingDouble(ChannelReport.CategoryPlayed::hoursWatched)
                        .reversed()
                        .thenComparing(ChannelReport.CategoryPlayed::categoryId))
                .toList();
    }

    /** Newest first. */
    private static List<ChannelReport.Broadcast> broadcasts(List<Seen> seen) {
        return grouped(seen, one -> one.point().broadcastId()).entrySet().stream()
                .map(entry -> {
                    List<Seen> own = entry.getValue();
                    Sum sum = Sum.of(own);
                    return new ChannelReport.Broadcast(
                            entry.getKey(),
                            own.get(own.size() - 1).startedAt(),
                            own.get(0).snapshotAt(),
                            own.get(own.size() - 1).snapshotAt(),
                            sum.viewerSeconds() / 3600.0,
                            sum.seconds() / 3600.0,
                            (double) sum.viewerSeconds() / sum.seconds(),
                            sum.peak());
                })
                .sorted(Comparator.comparing(ChannelReport.Broadcast::firstSeenAt)
                        .reversed())
                .toList();
    }

    /** Newest first. */
    private static List<ChannelReport.Sitting> sittings(List<Seen> seen) {
        List<List<List<Seen>>> sittings = new ArrayList<>();
        Instant until = Instant.MIN;
        for (List<Seen> broadcast :
                grouped(seen, one -> one.point().broadcastId()).values()) {
            if (until.equals(Instant.MIN) || broadcast.get(0).held().at().isAfter(until.plus(LONGEST_GAP))) {
                sittings.add(0, new ArrayList<>());
            }
            sittings.get(0).add(broadcast);
            Instant end = broadcast.get(broadcast.size() - 1).held().until();
            until = end.isAfter(until) ? end : until;
        }
        return sittings.stream().map(ChannelFigures::sitting).toList();
    }

    private static ChannelReport.Sitting sitting(List<List<Seen>> broadcasts) {
        List<Seen> all = broadcasts.stream().flatMap(List::stream).toList();
        Sum sum = Sum.of(all);
        return new ChannelReport.Sitting(
                all.get(0).snapshotAt(),
                all.stream()
                        .map(one -> one.held().until())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                broadcasts.size(),
                sum.viewerSeconds() / 3600.0,
                sum.seconds() / 3600.0,
                (double) sum.viewerSeconds() / sum.seconds(),
                sum.peak());
    }

    private static Map<String, List<Seen>> grouped(List<Seen> seen, Function<Seen, String> key) {
        Map<String, List<Seen>> groups = new LinkedHashMap<>();
        seen.forEach(one -> groups.computeIfAbsent(key.apply(one), name -> new ArrayList<>())
                .add(one));
        return groups;
    }

    private record Sum(long viewerSeconds, long seconds, long peak, Instant peakAt) {

        static Sum of(List<Seen> seen) {
            Seen highest = seen.stream()
                    .max(Comparator.comparingLong((Seen one) -> one.point().viewers())
                            .thenComparing(one -> one.held().at(), Comparator.reverseOrder()))
                    .orElseThrow();
            return new Sum(
                    seen.stream().mapToLong(Seen::viewerSeconds).sum(),
                    seen.stream().mapToLong(one -> one.held().seconds()).sum(),
                    highest.point().viewers(),
                    highest.held().at());
        }
    }
}
