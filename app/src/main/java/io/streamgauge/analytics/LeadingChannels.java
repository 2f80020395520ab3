package io.streamgauge.analytics;

import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The best channels of a long period without looking at all channels: bounds from the roll-ups by month tell who may be among
 * them, and only these are summed up exactly. Says nothing where the bounds cannot exclude the rest.
 */
final class LeadingChannels {

    private static final int MOST_CANDIDATES = 3000;

    private static final String SUMS = """
            select
                channel_id,
                cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                cast(sum(live_seconds) as bigint) as live_seconds,
                max(peak_viewers) as peak_viewers
            from %s
            where %s
            group by channel_id
            """;

    private static final String UNTOLD = """
            select month_at, channel_id, viewer_seconds, live_seconds, peak_viewers
            from gold_channel_months
            where channel_id in (%s) and tier > %d
            """;

    private final View view;

    LeadingChannels(View view) {
        this.view = view;
    }

    /** The best of a period, more than {@code places} of them where the last ones are equal; empty where it cannot be told. */
    Optional<List<ChannelSum>> best(Span span, RankedBy by, int places) {
        Bounds bounds = new Bounds(view, span, by);
        Optional<Bounds.Best> best = bounds.best(places, MOST_CANDIDATES);
        if (best.isEmpty() || best.get().needed() <= bounds.mostOfOthers()) {
            return Optional.empty();
        }
        Map<Long, ChannelSum> sums = exact(bounds, best.get().possible());
        double needed = best.get().needed();
        return Optional.of(sums.values().stream()
                .filter(sum -> sum.liveSeconds() > 0 && sum.metric(by) >= needed)
                .sorted(ChannelSum.by(by))
                .toList());
    }

    /** How many channels were watched more than so long, empty where it cannot be told. */
    OptionalLong above(Span span, long viewerSeconds) {
        Bounds bounds = new Bounds(view, span, RankedBy.HOURS_WATCHED);
        if (viewerSeconds < bounds.mostOfOthers()) {
            return OptionalLong.empty();
        }
        Optional<Bounds.Around> around = bounds.around(viewerSeconds, MOST_CANDIDATES);
        return around.isPresent() ? OptionalLong.of(above(bounds, around.get(), viewerSeconds)) : OptionalLong.empty();
    }

    private long above(Bounds bounds, Bounds.Around around, long viewerSeconds) {
        return around.above()
                + exact(bounds, around.uncertain()).values().stream()
                        .filter(sum -> sum.viewerSeconds() > viewerSeconds)
                        .count();
    }

    private Map<Long, ChannelSum> exact(Bounds bounds, List<Bounds.Least> least) {
        Map<Long, ChannelSum> sums = new HashMap<>();
        least.forEach(known -> sums.put(known.sum().channelId(), known.sum()));
        addUntold(
                bounds,
                least.stream()
                        .filter(known -> !known.isTold())
                        .map(known -> known.sum().channelId())
                        .toList(),
                sums);
        add(sums, new Edges(view).sums(bounds.edges(), List.copyOf(sums.keySet())));
        return sums;
    }

    /** Months in which a candidate was in none of the tiers that the bounds have read. */
    private void addUntold(Bounds bounds, List<Long> candidates, Map<Long, ChannelSum> sums) {
        if (candidates.isEmpty()) {
            return;
        }
        List<YearMonth> whole = bounds.wholeMonths();
        Map<YearMonth, List<Long>> untold = new TreeMap<>();
        view.blocks(
                UNTOLD.formatted(ids(candidates), bounds.tier()),
                List.of("gold_channel_months"),
                new Blocks(bounds.months(), List.of(), List.of()),
                row -> {
                    YearMonth month = YearMonth.from(Span.day(row.instant("month_at")));
                    if (whole.contains(month)) {
                        add(sums, List.of(ChannelSum.of(row)));
                    } else {
                        untold.computeIfAbsent(month, key -> new ArrayList<>()).add(row.number("channel_id"));
                    }
                    return row;
                });
        addDays(bounds.blocks(), untold, sums);
    }

    private void addDays(Blocks blocks, Map<YearMonth, List<Long>> untold, Map<Long, ChannelSum> sums) {
        List<LocalDate> days = blocks.days().stream()
                .filter(date -> untold.containsKey(YearMonth.from(date)))
                .toList();
        if (days.isEmpty()) {
            return;
        }
        String each = untold.entrySet().stream()
                .map(month -> "channel_id in (" + ids(month.getValue()) + ") and day_at >= "
                        + Provided.literal(Span.month(month.getKey()).from()) + " and day_at < "
                        + Provided.literal(Span.month(month.getKey()).to()))
                .collect(Collectors.joining(" or "));
        add(
                sums,
                view.blocks(
                        SUMS.formatted("gold_channel_days", each),
                        List.of("gold_channel_days"),
                        new Blocks(List.of(), days, List.of()),
                        ChannelSum::of));
    }

    private static void add(Map<Long, ChannelSum> sums, List<ChannelSum> more) {
        more.forEach(sum -> sums.merge(sum.channelId(), sum, ChannelSum::plus));
    }

    private static String ids(Collection<Long> channels) {
        return channels.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
