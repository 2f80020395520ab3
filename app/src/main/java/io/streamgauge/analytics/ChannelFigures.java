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

    ChannelReport report(Meta meta, ChannelReport.Identity identity, Optional<Span> measured) {
        List<Seen> seen = measured.map(span -> Seen.of(view, span, Long.parseLong(identity.channelId())))
                .orElse(List.of());
        Optional<ChannelReport.Summary> summary = summary(seen, measured, identity);
        Optional<ChannelReport.Rank> rank = summary.flatMap(known -> new ChannelRanking(view)
                .rank(meta, measured.orElseThrow(), Long.parseLong(identity.channelId()), known.viewerSeconds()));
        return new ChannelReport(
                meta,
                identity,
                summary,
                rank,
                categories(seen),
                broadcasts(seen),
                sittings(seen),
                seen.stream().map(Seen::point).toList());
    }

    private Optional<ChannelReport.Summary> summary(
            List<Seen> seen, Optional<Span> measured, ChannelReport.Identity identity) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        SeenSum sum = SeenSum.of(seen);
        return Optional.of(new ChannelReport.Summary(
                sum.hoursWatched(),
                sum.viewerSeconds(),
                sum.peak(),
                sum.peakAt(),
                sum.averageViewers(),
                sum.airtimeHours(),
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
                    SeenSum sum = SeenSum.of(entry.getValue());
                    return new ChannelReport.CategoryPlayed(
                            entry.getKey(),
                            names.getOrDefault(entry.getKey(), entry.getKey()),
                            sum.hoursWatched(),
                            sum.airtimeHours(),
                            sum.averageViewers(),
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
                    SeenSum sum = SeenSum.of(own);
                    return new ChannelReport.Broadcast(
                            entry.getKey(),
                            own.get(own.size() - 1).startedAt(),
                            own.get(0).snapshotAt(),
                            own.get(own.size() - 1).snapshotAt(),
                            sum.hoursWatched(),
                            sum.airtimeHours(),
                            sum.averageViewers(),
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
        SeenSum sum = SeenSum.of(all);
        return new ChannelReport.Sitting(
                all.get(0).snapshotAt(),
                all.stream()
                        .map(one -> one.held().until())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                broadcasts.size(),
                sum.hoursWatched(),
                sum.airtimeHours(),
                sum.averageViewers(),
                sum.peak());
    }

    private static Map<String, List<Seen>> grouped(List<Seen> seen, Function<Seen, String> key) {
        Map<String, List<Seen>> groups = new LinkedHashMap<>();
        seen.forEach(one -> groups.computeIfAbsent(key.apply(one), name -> new ArrayList<>())
                .add(one));
        return groups;
    }
}
