package io.streamgauge.collector;

import java.util.Optional;

/** Why a walk stopped, and whether it had then seen the whole listing. */
sealed interface Ending {

    /** A whole listing ends with streams of no or hardly any viewers. */
    long FEW_VIEWERS = 2;

    /** A listing of up to so many rows may end anywhere, if Twitch says that it ends. */
    int SMALL_LISTING = 1000;

    /**
     * Why the walk is partial, or empty where it is complete by all that the walk itself can tell.
     *
     * @param streams seen by the walk, each counted once
     * @param lastViewers of the last row that stated any
     */
    Optional<String> shortcoming(int streams, long lastViewers);

    /** Whether a second look at who was live before may prove that it is complete all the same. */
    boolean canBeProven();

    /** A page without a cursor: the end that Twitch documents. */
    record Stated() implements Ending {

        @Override
        public Optional<String> shortcoming(int streams, long lastViewers) {
            return streams > 0 && (streams <= SMALL_LISTING || lastViewers <= FEW_VIEWERS)
                    ? Optional.empty()
                    : Optional.of(early("the listing ended", streams, lastViewers));
        }

        @Override
        public boolean canBeProven() {
            return false;
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
        public Optional<String> shortcoming(int streams, long lastViewers) {
            boolean isEnd = this != EMPTY_PAGE && streams > 0 && lastViewers == 0;
            return isEnd ? Optional.empty() : Optional.of(early(what, streams, lastViewers));
        }

        @Override
        public boolean canBeProven() {
            return true;
        }
    }

    /** More was to be had. */
    record BrokenOff(String reason) implements Ending {

        @Override
        public Optional<String> shortcoming(int streams, long lastViewers) {
            return Optional.of(reason);
        }

        @Override
        public boolean canBeProven() {
            return false;
        }
    }

    private static String early(String what, int streams, long lastViewers) {
        return streams == 0
                ? "the listing was empty"
                : what + " after " + streams + " streams, where they still had " + lastViewers + " viewers";
    }
}
