package io.streamgauge.collector;

import java.util.Optional;

/** Why a walk stopped, and whether it had then seen the whole listing. */
sealed interface Ending {

    /** A whole listing ends with streams of no or hardly any viewers. */
    long FEW_VIEWERS = 2;

    /** A listing of up to so many rows may end anywhere, if Twitch says that it ends. */
    int SMALL_LISTING = 1000;

    /**
     * Why the walk is partial, or empty where it is complete.
     *
     * @param lastViewers of the last row that stated any
     */
    Optional<String> shortcoming(int rows, long lastViewers);

    /** A page without a cursor: the end that Twitch documents. */
    record Stated() implements Ending {

        @Override
        public Optional<String> shortcoming(int rows, long lastViewers) {
            return rows > 0 && rows <= SMALL_LISTING ? Optional.empty() : early("the listing ended", rows, lastViewers);
        }
    }

    /** Any other sign that there is nothing more to be had. */
    enum Quiet implements Ending {
        EMPTY_PAGE("a page with a cursor held no rows"),
        REPEATED_CURSOR("a page named the cursor that had led to it"),
        WRAPPED("the cursor led back to the start"),
        NOTHING_NEW("pages in a row held nothing new");

        private final String what;

        Quiet(String what) {
            this.what = what;
        }

        @Override
        public Optional<String> shortcoming(int rows, long lastViewers) {
            return early(what, rows, lastViewers);
        }
    }

    /** More was to be had. */
    record BrokenOff(String reason) implements Ending {

        @Override
        public Optional<String> shortcoming(int rows, long lastViewers) {
            return Optional.of(reason);
        }
    }

    private static Optional<String> early(String what, int rows, long lastViewers) {
        if (rows == 0) {
            return Optional.of("the listing was empty");
        }
        return lastViewers <= FEW_VIEWERS
                ? Optional.empty()
                : Optional.of(what + " after " + rows + " rows, where streams still had " + lastViewers + " viewers");
    }
}
