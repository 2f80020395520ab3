package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
                broadcastsStarted(seen, measured.orElseThrow(), Long.parseLong(identity.channelId()))));
    }

    private record Sighting(long broadcastId, Instant snapshotAt, Instant startedAt) {

        private LocalDate date() {
            return Span.day(startedAt);
        }

        private boolean isInTime() {
            long days = startedAt == null ? -1 : ChronoUnit.DAYS.between(date(), Span.day(snapshotAt));
            return days == 0 || days == 1;
        }
    }

    /**
     * As for the platform, on the day on which they started or the one after. What was seen within the period is known; the rest
     * of its first and last day and the day after are looked at.
     */
    private long broadcastsStarted(List<Seen> seen, Span span, long channelId) {
        Span days = Starts.sightings(span);
        List<Sighting> sightings = new ArrayList<>(sightings(new Span(days.from(), span.from()), channelId));
        seen.stream()
                .filter(one -> span.holds(one.snapshotAt()))
                .map(one -> new Sighting(Long.parseLong(one.point().broadcastId()), one.snapshotAt(), one.startedAt()))
                .forEach(sightings::add);
        sightings.addAll(sightings(new Span(span.to(), days.to()), channelId));
        Map<List<Object>, Instant> started = new HashMap<>();
        sightings.stream()
                .filter(Sighting::isInTime)
                .forEach(one -> started.putIfAbsent(List.of(one.broadcastId(), one.date()), one.startedAt()));
        return started.values().stream().filter(span::holds).count();
    }

    /** A channel's own observations, the earliest first. */
    private List<Sighting> sightings(Span span, long channelId) {
        return view.table(
                "select snapshot_at, stream_id, started_at from silver_stream_updates"
                        + " where channel_id = ? order by snapshot_at",
                "silver_stream_updates",
                span,
                List.of(channelId),
                row -> new Sighting(row.number("stream_id"), row.instant("snapshot_at"), row.instant("started_at")));
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
