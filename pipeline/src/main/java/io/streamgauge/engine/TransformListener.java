package io.streamgauge.engine;

import java.time.LocalDate;

/** Is told how a transform goes. */
public interface TransformListener {

    TransformListener SILENT = (date, snapshots, done, total) -> {};

    /** A day's new snapshots have been taken in: {@code done} of {@code total} snapshots so far. */
    void day(LocalDate date, int snapshots, int done, int total);
}
