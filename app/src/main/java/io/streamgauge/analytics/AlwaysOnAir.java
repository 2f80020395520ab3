package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.Comparator;
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

    private static final String LONGEST = """
            select
                count(*) as kept,
                count(case when channels.live_seconds >= ? then 1 end) as always
            from gold_lasting_channels as channels
            inner join target_periods using (period, period_start)
            """;

    private final View view;

    AlwaysOnAir(View view) {
        this.view = view;
    }

    /** The longest on air in order, at least so many; empty where fewer were always on air with 100 viewers at some time. */
    Optional<List<ChannelSum>> best(Meta meta, Span measured, int places) {
        if (!isPossible(measured, places)) {
            return Optional.empty();
        }
        List<ChannelSum> always = view.periods(
                SQL,
                List.of("large_channel_metrics"),
                List.of(new Target("asked", measured)),
                List.of(covered(new Span(meta.from(), meta.to()))),
                ChannelSum::of);
        return always.size() < places
                ? Optional.empty()
                : Optional.of(always.stream()
                        .sorted(ChannelSum.by(RankedBy.AIRTIME_HOURS))
                        .toList());
    }

    /** Whether so many were on air long enough on the day that holds most of the time, as far as that is kept. */
    private boolean isPossible(Span measured, int places) {
        Optional<Span> longest = measured.days()
                .filter(date -> date.isBefore(view.open()))
                .map(date -> measured.common(Span.day(date)))
                .max(Comparator.comparingLong(Span::seconds));
        return longest.map(part -> Span.day(Span.day(part.from())))
                .flatMap(day -> StoredPeriods.of(view, day.from(), day.to()))
                .map(kept -> view.stored(
                                LONGEST,
                                List.of("gold_lasting_channels", "target_periods"),
                                kept.target(),
                                List.of(covered(longest.get())),
                                row -> row.number("kept") == 0 || row.number("always") >= places)
                        .get(0))
                .orElse(true);
    }

    private long covered(Span span) {
        return new PlatformFigures(view)
                .covered(new Period(span.from(), span.to()))
                .covered();
    }
}
