package io.streamgauge.web;

import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The complete snapshots that figures over a period are computed from.
 *
 * @param first null where there is none
 * @param missingSlots how many slots between them have no complete snapshot
 * @param missing the first of those, at most {@link #MOST_MISSING}
 */
record Snapshots(Meta meta, int count, Instant first, Instant last, long missingSlots, List<Instant> missing) {

    static final int MOST_MISSING = 200;

    /** @param totals with a point for each snapshot */
    static Snapshots of(Totals totals, long cadenceSeconds) {
        List<Instant> times = totals.series().stream().map(Totals.Point::at).toList();
        List<Instant> missing = new ArrayList<>();
        long missingSlots = 0;
        for (int next = 1; next < times.size(); next++) {
            Instant slot = times.get(next - 1).plusSeconds(cadenceSeconds);
            while (slot.isBefore(times.get(next))) {
                missingSlots++;
                if (missing.size() < MOST_MISSING) {
                    missing.add(slot);
                }
                slot = slot.plusSeconds(cadenceSeconds);
            }
        }
        return new Snapshots(
                totals.meta(),
                times.size(),
                times.isEmpty() ? null : times.get(0),
                times.isEmpty() ? null : times.get(times.size() - 1),
                missingSlots,
                List.copyOf(missing));
    }
}
