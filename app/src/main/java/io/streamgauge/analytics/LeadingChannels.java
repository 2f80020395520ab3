package io.streamgauge.analytics;

import io.streamgauge.duckdb.Row;
import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
            where channel_id in (%s) %s
            group by channel_id
            """;

    private final View view;

    LeadingChannels(View view) {
        this.view = view;
    }

    /** The best of a period, more than {@code places} of them where the last ones are equal; empty where it cannot be told. */
    Optional<List<ChannelSum>> best(Span span, RankedBy by, int places) {
        Bounds bounds = new Bounds(view, span, by);
        List<Bounds.Candidate> candidates = bounds.candidates(places, MOST_CANDIDATES);
        if (candidates.isEmpty() || candidates.get(0).needed() <= bounds.mostOfOthers()) {
            return Optional.empty();
        }
        Map<Long, ChannelSum> sums = new HashMap<>();
        candidates.forEach(candidate -> sums.put(candidate.least().channelId(), candidate.least()));
        addUntold(bounds, sums);
        addEdges(bounds.blocks(), sums);
        double needed = candidates.get(0).needed();
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
        Map<Long, ChannelSum> sums = new HashMap<>();
        around.uncertain().forEach(least -> sums.put(least.channelId(), least));
        if (!sums.isEmpty()) {
            addUntold(bounds, sums);
            addEdges(bounds.blocks(), sums);
        }
        return around.above()
                + sums.values().stream()
                        .filter(sum -> sum.viewerSeconds() > viewerSeconds)
                        .count();
    }

    /** Months in which a candidate was in none of the tiers that the bounds have read. */
    private void addUntold(Bounds bounds, Map<Long, ChannelSum> sums) {
        String below = "and tier > " + bounds.tier();
        Blocks blocks = bounds.blocks();
        if (!blocks.months().isEmpty()) {
            add(
                    sums,
                    view.blocks(
                            SUMS.formatted("gold_channel_months", ids(sums.keySet()), below),
                            List.of("gold_channel_months"),
                            new Blocks(blocks.months(), List.of(), List.of()),
                            LeadingChannels::sum));
        }
        for (YearMonth month : bounds.partial()) {
            List<Long> untold = view.blocks(
                    "select channel_id from gold_channel_months where channel_id in (" + ids(sums.keySet()) + ") "
                            + below,
                    List.of("gold_channel_months"),
                    new Blocks(List.of(month), List.of(), List.of()),
                    row -> row.number("channel_id"));
            List<LocalDate> days = blocks.days().stream()
                    .filter(date -> YearMonth.from(date).equals(month))
                    .toList();
            if (!untold.isEmpty() && !days.isEmpty()) {
                add(
                        sums,
                        view.blocks(
                                SUMS.formatted("gold_channel_days", ids(untold), ""),
                                List.of("gold_channel_days"),
                                new Blocks(List.of(), days, List.of()),
                                LeadingChannels::sum));
            }
        }
    }

    private void addEdges(Blocks blocks, Map<Long, ChannelSum> sums) {
        if (!blocks.edges().isEmpty()) {
            add(
                    sums,
                    view.blocks(
                            SUMS.formatted("channel_metrics", ids(sums.keySet()), ""),
                            List.of("channel_metrics"),
                            new Blocks(List.of(), List.of(), blocks.edges()),
                            LeadingChannels::sum));
        }
    }

    private static void add(Map<Long, ChannelSum> sums, List<ChannelSum> more) {
        more.forEach(sum -> sums.merge(sum.channelId(), sum, ChannelSum::plus));
    }

    private static ChannelSum sum(Row row) {
        return new ChannelSum(
                row.number("channel_id"),
                row.number("viewer_seconds"),
                row.number("live_seconds"),
                row.number("peak_viewers"));
    }

    private static String ids(Collection<Long> channels) {
        return channels.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
