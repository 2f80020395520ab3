package io.streamgauge.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How collecting and computing went of late.
 *
 * @param days the last days in UTC, the newest first; it may go on, so that some of its slots are still planned
 * @param runs the last runs that worked on the tables, the newest first
 */
public record DataHealth(List<Day> days, List<Status.Work> runs) {

    /** How many days are told. */
    public static final int DAYS = 14;

    /** How many runs are told, at most. */
    public static final int RUNS = 20;

    /** @param slots oldest first; none before the first that was ever tried */
    public record Day(LocalDate date, List<Slot> slots) {}

    /**
     * A time that a snapshot was planned for, and the best that came of it.
     *
     * @param seconds its length
     * @param reason why there is no complete snapshot, as far as that is known, else null
     */
    public record Slot(Instant at, long seconds, State state, String reason) {}

    /** What came of a slot. */
    public enum State {
        COMPLETE,
        /** A complete snapshot that a check keeps out of the figures. */
        SET_APART,
        /** Only snapshots that did not reach the end of the listing. */
        PARTIAL,
        /** Only crawls that landed nothing. */
        FAILED,
        /** Nobody tried. */
        MISSING,
        /** Its time has not come yet, or is not over. */
        PLANNED
    }
}
