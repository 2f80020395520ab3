package io.streamgauge.analytics;

import io.streamgauge.engine.Blocks;
import io.streamgauge.engine.Span;
import java.time.Instant;
import java.util.List;

/** How many different channels were on air within a period. */
final class Audience {

    private final View view;

    Audience(View view) {
        this.view = view;
    }

    /**
     * From the kept tables where they hold the period, else counted over months, days and the period's ends.
     *
     * @param measured the part of the period that lies before now
     */
    long channels(Instant from, Instant to, Span measured) {
        return StoredPeriods.of(view, from, to)
                .map(StoredPeriods.Kept::channels)
                .orElseGet(() -> view.answer(List.of("audience", measured), () -> counted(measured)));
    }

    private long counted(Span measured) {
        return view.blocks(
                        """
                        select count(distinct channel_id) as channels
                        from (
                            select channel_id from gold_channel_months
                            union all
                            select channel_id from gold_channel_days
                            union all
                            select channel_id from channel_metrics
                        )
                        """,
                        List.of("gold_channel_months", "gold_channel_days", "channel_metrics"),
                        Blocks.of(measured, view.open()),
                        row -> row.number("channels"))
                .get(0);
    }
}
