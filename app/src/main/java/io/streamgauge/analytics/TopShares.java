package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.Target;
import java.util.List;

/**
 * What part of a period's viewer-seconds its most watched channels hold, 0 to 1; null where nothing was watched.
 *
 * @param of10 of the ten most watched
 */
record TopShares(Double of10, Double of100, Double of1000) {

    private static final int MOST = 1000;
    private static final TopShares NONE = new TopShares(null, null, null);

    private static final String COUNTED = """
            select cast(sum(viewer_seconds) as bigint) as viewer_seconds
            from channel_metrics
            group by channel_id
            order by viewer_seconds desc
            limit %d
            """.formatted(MOST);

    /**
     * From kept tables and roll-ups where they tell, else counted.
     *
     * @param viewerSeconds of all channels
     */
    static TopShares of(View view, Meta meta, Span measured, long viewerSeconds) {
        if (viewerSeconds == 0) {
            return NONE;
        }
        return view.answer(List.of("top shares", meta.from(), meta.to(), measured), () -> {
            List<Long> largest = largest(view, meta, measured);
            return new TopShares(
                    share(largest, 10, viewerSeconds),
                    share(largest, 100, viewerSeconds),
                    share(largest, MOST, viewerSeconds));
        });
    }

    private static List<Long> largest(View view, Meta meta, Span measured) {
        return new RankedChannels(view)
                .best(meta, measured, RankedBy.HOURS_WATCHED, MOST)
                .map(best -> best.stream().map(ChannelSum::viewerSeconds).toList())
                .orElseGet(() -> view.periods(
                        COUNTED,
                        List.of("channel_metrics"),
                        List.of(new Target("asked", measured)),
                        List.of(),
                        row -> row.number("viewer_seconds")));
    }

    private static double share(List<Long> largest, int channels, long viewerSeconds) {
        return (double) largest.stream()
                        .limit(channels)
                        .mapToLong(Long::longValue)
                        .sum()
                / viewerSeconds;
    }
}
