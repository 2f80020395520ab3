package io.streamgauge.analytics;

import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The best channels of a period that holds no whole day, from those that had 100 viewers at any time of its days: whoever never
 * had as many is below them, where enough have that much. Says nothing where too few have.
 */
final class LeadingWithin {

    private static final int MOST_CANDIDATES = 3000;

    private final View view;

    LeadingWithin(View view) {
        this.view = view;
    }

    /** The best of a period, more than {@code places} of them where the last ones are equal; empty where it cannot be told. */
    Optional<List<ChannelSum>> best(Span span, RankedBy by, int places) {
        Blocks blocks = Blocks.of(span, view.open());
        Edges edges = new Edges(view);
        boolean isWithin = blocks.months().isEmpty() && blocks.days().isEmpty();
        if (by == RankedBy.AIRTIME_HOURS
                || !isWithin
                || !blocks.edges().stream().allMatch(edges::isKept)) {
            return Optional.empty();
        }
        Map<Long, ChannelSum> known = together(edges.ofLarge(blocks.edges()));
        boolean isOneDay = blocks.edges().stream()
                        .flatMap(edge -> view.observedDays(edge).stream())
                        .distinct()
                        .count()
                == 1;
        if (isOneDay) {
            return best(known, by, places, Bounds.FEWER_VIEWERS * (by == RankedBy.HOURS_WATCHED ? span.seconds() : 1));
        }
        return by == RankedBy.AVERAGE_VIEWERS ? Optional.empty() : ofTwoDays(edges, blocks, known, by, places);
    }

    /** A channel that is large on one day alone may have something of the other day, which is less than {@code others}. */
    private static Optional<List<ChannelSum>> ofTwoDays(
            Edges edges, Blocks blocks, Map<Long, ChannelSum> known, RankedBy by, int places) {
        long seconds = blocks.edges().stream().mapToLong(Span::seconds).sum();
        double others = Bounds.FEWER_VIEWERS * (by == RankedBy.HOURS_WATCHED ? seconds : 1);
        Optional<List<ChannelSum>> first = best(known, by, places, others);
        if (first.isEmpty()) {
            return first;
        }
        double least = first.get().get(places - 1).metric(by);
        double more = by == RankedBy.HOURS_WATCHED ? others : 0;
        List<Long> candidates = known.values().stream()
                .filter(sum -> sum.metric(by) + more >= least)
                .map(ChannelSum::channelId)
                .toList();
        return candidates.size() > MOST_CANDIDATES
                ? Optional.empty()
                : best(together(edges.sums(blocks.edges(), candidates)), by, places, others);
    }

    /** The best of some, where the last of them has at least what nobody else has. */
    private static Optional<List<ChannelSum>> best(Map<Long, ChannelSum> sums, RankedBy by, int places, double others) {
        List<ChannelSum> sorted = sums.values().stream()
                .filter(sum -> sum.liveSeconds() > 0)
                .sorted(ChannelSum.by(by))
                .toList();
        if (sorted.size() < places || sorted.get(places - 1).metric(by) < others) {
            return Optional.empty();
        }
        double least = sorted.get(places - 1).metric(by);
        return Optional.of(
                sorted.stream().takeWhile(sum -> sum.metric(by) >= least).toList());
    }

    private static Map<Long, ChannelSum> together(List<ChannelSum> sums) {
        Map<Long, ChannelSum> each = new HashMap<>();
        sums.forEach(sum -> each.merge(sum.channelId(), sum, ChannelSum::plus));
        return each;
    }
}
