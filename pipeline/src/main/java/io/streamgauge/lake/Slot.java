package io.streamgauge.lake;

import java.time.Instant;

/**
 * A time that a snapshot was planned for, and what came of it.
 *
 * @param at its beginning
 * @param cadenceSeconds its length
 * @param reason why there is no complete snapshot, as far as that is known, else null
 */
public record Slot(Instant at, long cadenceSeconds, State state, String reason) {

    /** The best that came of a slot, best first. */
    public enum State {
        /** A complete snapshot, which figures are computed from. */
        COMPLETE,
        /** A complete snapshot that an expectation keeps out of the figures. */
        SET_APART,
        /** Snapshots that did not reach the end of the listing, and no complete one. */
        PARTIAL,
        /** Crawls that landed nothing. */
        FAILED,
        /** Nothing: nobody tried. */
        MISSING
    }
}
