package io.streamgauge.engine;

import io.streamgauge.lake.SnapshotId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A part of a day that is computed by itself.
 *
 * @param name names its file while the day is open
 * @param condition tells its rows among those of the day
 */
record DayUnit(String name, String condition) {

    static final String TOTAL = "total";

    static DayUnit snapshot(Instant at) {
        return new DayUnit(SnapshotId.at(at).toString(), "snapshot_at = " + Provided.literal(at));
    }

    static DayUnit hour(Instant at) {
        return new DayUnit(SnapshotId.at(at).toString(), "hour_at = " + Provided.literal(at));
    }

    static DayUnit hourPeriod(Instant at) {
        return new DayUnit(
                "hour-" + SnapshotId.at(at), "(period = 'hour' and period_start = " + Provided.literal(at) + ")");
    }

    static DayUnit total(LocalDate date) {
        return new DayUnit(
                TOTAL,
                "(period = 'day' and period_start = "
                        + Provided.literal(Span.day(date).from()) + ")");
    }
}
