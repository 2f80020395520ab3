package io.streamgauge.web;

import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Meta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One made-up channel: live every evening, three categories in turn. */
final class FakeReports {

    /** This channel was last live long ago. */
    static final long RETIRED = 3_999;

    /** This channel begins a second broadcast every evening, without a pause, and had other names. */
    static final long RESTARTING = 4;

    private static final long SECOND = 50_000_000;

    private FakeReports() {}

    static ChannelReport of(Meta meta, FakeWorld.Channel channel, FakeWorld world, List<FakeSteps.Reach> reaches) {
        boolean isRetired = channel.number() == RETIRED;
        var identity = new ChannelReport.Identity(
                channel.id(),
                channel.login(),
                channel.name(),
                channel.number() == RESTARTING ? List.of("Old <i>Name", "older") : List.of(),
                Instant.parse("2026-09-01T18:00:00Z"),
                isRetired ? Instant.parse("2026-09-03T22:45:00Z") : Instant.parse("2026-11-22T02:45:00Z"));
        List<ChannelReport.Point> points = new ArrayList<>();
        for (FakeSteps.Reach reach : reaches) {
            long hour = reach.snapshot().getEpochSecond() / 3600 % 24;
            if (!isRetired && (hour >= 16 || hour < 3)) {
                points.add(point(channel, world, reach, hour));
            }
        }
        if (points.isEmpty()) {
            return new ChannelReport(
                    meta, identity, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
        }
        Sums all = Sums.of(points);
        return new ChannelReport(
                meta,
                identity,
                Optional.of(new ChannelReport.Summary(
                        all.hours,
                        Math.round(all.hours * 3600),
                        all.peak,
                        all.peakAt,
                        all.hours / all.airtime,
                        all.airtime,
                        broadcasts(points).size())),
                Optional.of(new ChannelReport.Rank(channel.number() + 1, FakeWorld.CHANNELS)),
                played(world, points),
                broadcasts(points),
                sittings(points),
                points);
    }

    private static ChannelReport.Point point(
            FakeWorld.Channel channel, FakeWorld world, FakeSteps.Reach reach, long hour) {
        long evening = reach.snapshot().minus(6, ChronoUnit.HOURS).getEpochSecond() / 86_400;
        double since = (hour + 24 - 16) % 24;
        double size = 5_000_000 * channel.share() * (0.35 + Math.sin((since + 1) / 12 * Math.PI));
        int category = since < 1 ? 0 : since < 7 ? 2 : 10;
        return new ChannelReport.Point(
                reach.at(),
                reach.bridgedFrom(),
                reach.until(),
                Math.round(size * (1 + 0.05 * Math.sin(reach.snapshot().getEpochSecond() / 1300.0))),
                world.categories().get(category).id(),
                Long.toString(40_000_000_000L + evening + (channel.number() == RESTARTING && since >= 5 ? SECOND : 0)));
    }

    private static List<ChannelReport.CategoryPlayed> played(FakeWorld world, List<ChannelReport.Point> points) {
        Map<String, List<ChannelReport.Point>> byCategory = new TreeMap<>();
        points.forEach(point -> byCategory
                .computeIfAbsent(point.categoryId(), id -> new ArrayList<>())
                .add(point));
        List<ChannelReport.CategoryPlayed> played = new ArrayList<>();
        byCategory.forEach((id, held) -> {
            Sums sums = Sums.of(held);
            String name = world.categories().stream()
                    .filter(category -> category.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .name();
            played.add(new ChannelReport.CategoryPlayed(
                    id, name, sums.hours, sums.airtime, sums.hours / sums.airtime, sums.peak));
        });
        played.sort((one, other) -> Double.compare(other.hoursWatched(), one.hoursWatched()));
        return played;
    }

    private static List<ChannelReport.Broadcast> broadcasts(List<ChannelReport.Point> points) {
        Map<String, List<ChannelReport.Point>> byBroadcast = new TreeMap<>();
        points.forEach(point -> byBroadcast
                .computeIfAbsent(point.broadcastId(), id -> new ArrayList<>())
                .add(point));
        List<ChannelReport.Broadcast> broadcasts = new ArrayList<>();
        byBroadcast.forEach((id, held) -> {
            Sums sums = Sums.of(held);
            Instant first = held.get(0).at();
            broadcasts.add(
                    0,
                    new ChannelReport.Broadcast(
                            id,
                            first.minusSeconds(300),
                            first,
                            held.get(held.size() - 1).at(),
                            sums.hours,
                            sums.airtime,
                            sums.hours / sums.airtime,
                            sums.peak));
        });
        return broadcasts;
    }

    /** Every evening is one sitting. */
    private static List<ChannelReport.Sitting> sittings(List<ChannelReport.Point> points) {
        Map<Long, List<ChannelReport.Point>> byEvening = new TreeMap<>(Comparator.reverseOrder());
        points.forEach(point -> byEvening
                .computeIfAbsent(Long.parseLong(point.broadcastId()) % SECOND, id -> new ArrayList<>())
                .add(point));
        return byEvening.values().stream()
                .map(held -> {
                    Sums sums = Sums.of(held);
                    return new ChannelReport.Sitting(
                            held.get(0).at(),
                            held.get(held.size() - 1).until(),
                            broadcasts(held).size(),
                            sums.hours,
                            sums.airtime,
                            sums.hours / sums.airtime,
                            sums.peak);
                })
                .toList();
    }

    private record Sums(double hours, double airtime, long peak, Instant peakAt) {

        static Sums of(List<ChannelReport.Point> points) {
            double hours = 0;
            double airtime = 0;
            long peak = -1;
            Instant peakAt = null;
            for (ChannelReport.Point point : points) {
                double length = ChronoUnit.SECONDS.between(point.at(), point.until()) / 3600.0;
                hours += point.viewers() * length;
                airtime += length;
                if (point.viewers() > peak) {
                    peak = point.viewers();
                    peakAt = point.at();
                }
            }
            return new Sums(hours, airtime, peak, peakAt);
        }
    }
}
