package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.util.List;
import java.util.Optional;

/** The first thousand places of a ranking of all channels: from kept tables, or by looking at those alone that can be among them. */
final class RankedChannels {

    private static final String KEPT = """
            select channels.*
            from %1$s as channels
            inner join target_periods using (period, period_start)
            where %2$s <= 1000
            order by %2$s
            """;

    private final View view;

    RankedChannels(View view) {
        this.view = view;
    }

    /** The best channels in order, at least so many unless there are fewer; empty where they must be found another way. */
    Optional<List<ChannelSum>> best(Meta meta, Span measured, RankedBy by, int places) {
        if (places > RankingQuery.LARGEST_LIMIT) {
            return Optional.empty();
        }
        Optional<List<ChannelSum>> kept = StoredPeriods.of(view, meta.from(), meta.to())
                .map(period -> kept(period, by))
                .filter(channels -> !channels.isEmpty());
        Span known = view.known(measured);
        Optional<List<ChannelSum>> best = kept.or(() -> new LeadingWithin(view).best(known, by, places))
                .or(() -> new LeadingChannels(view).best(known, by, places));
        return best.isEmpty() && by == RankedBy.AIRTIME_HOURS
                ? new AlwaysOnAir(view).best(meta, measured, places)
                : best;
    }

    private List<ChannelSum> kept(StoredPeriods.Kept period, RankedBy by) {
        String table = by == RankedBy.AIRTIME_HOURS ? "gold_lasting_channels" : "gold_leading_channels";
        String place =
                switch (by) {
                    case HOURS_WATCHED -> "hours_place";
                    case PEAK_VIEWERS -> "peak_place";
                    case AVERAGE_VIEWERS -> "average_place";
                    case AIRTIME_HOURS -> "place";
                };
        return view.stored(
                KEPT.formatted(table, place),
                List.of(table, "target_periods"),
                period.target(),
                List.of(),
                ChannelSum::of);
    }
}
