package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.List;
import java.util.Optional;

/**
 * Channels that were on air for all of the time covered. Nobody is for longer, and of equal ones those with more viewers come
 * first: where enough of them had 100 viewers and more, whoever never had comes after them and is not looked at.
 */
final class AlwaysOnAir {

    private static final String SQL = """
            select
                channel_id,
                cast(sum(viewer_seconds) as bigint) as viewer_seconds,
                cast(sum(live_seconds) as bigint) as live_seconds,
                max(peak_viewers) as peak_viewers
            from large_channel_metrics
            group by channel_id
            having sum(live_seconds) >= ?
            """;

    private final View view;

    AlwaysOnAir(View view) {
        this.view = view;
    }

    /** The longest on air in order, at least so many; empty where fewer were always on air with 100 viewers at some time. */
    Optional<List<ChannelSum>> best(Meta meta, Span measured, int places) {
        long covered = new PlatformFigures(view)
                .covered(new Period(meta.from(), meta.to()))
                .covered();
        List<ChannelSum> always = view.periods(
                SQL,
                List.of("large_channel_metrics"),
                List.of(new Target("asked", measured)),
                List.of(covered),
                ChannelSum::of);
        return always.size() < places
                ? Optional.empty()
                : Optional.of(always.stream()
                        .sorted(ChannelSum.by(RankedBy.AIRTIME_HOURS))
                        .toList());
    }
}
