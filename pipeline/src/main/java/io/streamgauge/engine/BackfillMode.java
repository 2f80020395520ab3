package io.streamgauge.engine;

/** Which days a backfill computes anew. */
public enum BackfillMode {
    /** Those that lack snapshots which have landed, or that an older model made. */
    MISSING,
    /** Those whose last run failed. */
    FAILED,
    /** Every one. */
    ALL
}
