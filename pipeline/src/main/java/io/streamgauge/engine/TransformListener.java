package io.streamgauge.engine;

import java.time.LocalDate;
import java.util.List;

/** Is told how a transform goes. */
public interface TransformListener {

    TransformListener SILENT = (date, snapshots, done, total) -> {};

    /** A day's new snapshots have been taken in: {@code done} of {@code total} snapshots so far. */
    void day(LocalDate date, int snapshots, int done, int total);

    /** What models that have changed make necessary, told before it is done, and also where only days are left as they are. */
    default void plans(Plan plan) {}

    /** What was learnt of categories has changed, and with it figures of some days, which are computed anew now. */
    default void relabels(List<LocalDate> dates) {}

    /** Some days have been computed anew: {@code done} of {@code total} so far. */
    default void recomputed(List<LocalDate> dates, int done, int total) {}
}
