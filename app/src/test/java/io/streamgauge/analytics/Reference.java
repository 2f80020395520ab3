package io.streamgauge.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The metric standard once more, second by second over rows in memory; shares nothing with the code that it checks. */
final class Reference {

    private static final long CADENCE = 900;
    private static final long DAY = 86_400;

    /** @param startedAt in seconds since 1970, or null */
    record Observation(long channel, long broadcast, String category, String language, long viewers, Long startedAt) {}

    record Figures(long viewerSeconds, long liveSeconds, long peak, Set<Long> channels, long peakChannels) {}

    private final TreeMap<Long, List<Observation>> snapshots = new TreeMap<>();

    /** What was counted once, since counting seconds takes long; forgotten with each new snapshot. */
    private final Map<Period, Map<Long, Long>> counted = new HashMap<>();

    void observe(Instant at, List<Observation> observations) {
        snapshots.put(at.getEpochSecond(), observations);
        counted.clear();
    }

    /** The snapshot that holds at a second, or null, and whether that second is bridged. */
    private Long holding(long second) {
        Long at = snapshots.floorKey(second);
        if (at == null) {
            return null;
        }
        long reach = snapshots.higherKey(at) == null ? CADENCE : 2 * CADENCE;
        return second < at + reach ? at : null;
    }

    /** Seconds of the period by the snapshot that holds in them; the period's end is cut to the last reach's. */
    private Map<Long, Long> seconds(Period period) {
        return counted.computeIfAbsent(period, this::countSeconds);
    }

    private Map<Long, Long> countSeconds(Period period) {
        Map<Long, Long> held = new TreeMap<>();
        for (long second = period.from().getEpochSecond(); second < period.to().getEpochSecond(); second++) {
            Long at = holding(second);
            if (at != null) {
                held.merge(at, 1L, Long::sum);
            }
        }
        return held;
    }

    long covered(Period period) {
        return seconds(period).values().stream().mapToLong(Long::longValue).sum();
    }

    long bridged(Period period) {
        long bridged = 0;
        for (long second = period.from().getEpochSecond(); second < period.to().getEpochSecond(); second++) {
            Long at = holding(second);
            bridged += at != null && second >= at + CADENCE ? 1 : 0;
        }
        return bridged;
    }

    /** Figures by a key of the observations; observations whose key is null do not count. */
    <K> Map<K, Figures> by(Period period, Function<Observation, K> key) {
        Map<K, Figures> figures = new HashMap<>();
        seconds(period).forEach((at, seconds) -> {
            Map<K, List<Observation>> groups = new HashMap<>();
            for (Observation one : snapshots.get(at)) {
                K group = key.apply(one);
                if (group != null) {
                    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(one);
                }
            }
            groups.forEach((group, members) -> {
                long viewers = members.stream().mapToLong(Observation::viewers).sum();
                Set<Long> channels = new HashSet<>();
                members.forEach(one -> channels.add(one.channel()));
                Figures own =
                        new Figures(viewers * seconds, members.size() * seconds, viewers, channels, members.size());
                figures.merge(group, own, Reference::sum);
            });
        });
        return figures;
    }

    /** The viewers of a category's n-th largest channel times the seconds that they held; nothing while there are fewer. */
    long placeSeconds(Period period, String category, int place) {
        long[] sum = {0};
        seconds(period)
                .forEach((at, seconds) -> sum[0] += seconds
                        * snapshots.get(at).stream()
                                .filter(one -> one.category().equals(category))
                                .map(Observation::viewers)
                                .sorted(Comparator.reverseOrder())
                                .skip(place - 1)
                                .findFirst()
                                .orElse(0L));
        return sum[0];
    }

    /**
     * Broadcasts that started in the period, by a key of what each was when it was first seen on the day on which it started or
     * the one after.
     */
    <K> Map<K, Long> starts(Period period, Function<Observation, K> key) {
        Map<String, Observation> first = new HashMap<>();
        snapshots.forEach((at, seen) -> {
            for (Observation one : seen) {
                if (one.startedAt() != null) {
                    long day = Math.floorDiv(one.startedAt(), DAY);
                    long later = Math.floorDiv(at, DAY) - day;
                    if (later == 0 || later == 1) {
                        first.putIfAbsent(one.broadcast() + " on " + day, one);
                    }
                }
            }
        });
        Map<K, Long> starts = new HashMap<>();
        for (Observation one : first.values()) {
            Instant at = Instant.ofEpochSecond(one.startedAt());
            if (!at.isBefore(period.from()) && at.isBefore(period.to())) {
                starts.merge(key.apply(one), 1L, Long::sum);
            }
        }
        return starts;
    }

    /** What part of all viewer-seconds the largest of the figures hold; null where there are none. */
    static Double topShare(Map<?, Figures> figures, int largest) {
        long all = figures.values().stream().mapToLong(Figures::viewerSeconds).sum();
        return all == 0
                ? null
                : (double) figures.values().stream()
                                .map(Figures::viewerSeconds)
                                .sorted(Comparator.reverseOrder())
                                .limit(largest)
                                .mapToLong(Long::longValue)
                                .sum()
                        / all;
    }

    private static Figures sum(Figures one, Figures other) {
        Set<Long> channels = new TreeSet<>(one.channels());
        channels.addAll(other.channels());
        return new Figures(
                one.viewerSeconds() + other.viewerSeconds(),
                one.liveSeconds() + other.liveSeconds(),
                Math.max(one.peak(), other.peak()),
                channels,
                Math.max(one.peakChannels(), other.peakChannels()));
    }

    /** Keys with their figures, the most watched first; ties by peak, then by key as a number. */
    static <K> List<Map.Entry<K, Figures>> ranked(Map<K, Figures> figures) {
        return figures.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<K, Figures> entry) ->
                                -entry.getValue().viewerSeconds())
                        .thenComparingLong(entry -> -entry.getValue().peak())
                        .thenComparingLong(entry -> number(entry.getKey())))
                .toList();
    }

    private static long number(Object key) {
        return key.toString().isEmpty() ? -1 : Long.parseLong(key.toString());
    }
}
