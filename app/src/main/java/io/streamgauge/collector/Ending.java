package io.streamgauge.collector;

import java.util.Optional;

/** Why a walk stopped, and whether it had then seen the whole listing. */
sealed interface Ending {

    /** Why the walk is partial, or empty where it is complete by all that the walk itself can tell. */
    Optional<String> shortcoming(Bottom bottom);

    /** Whether a second look at who was live before may prove that it is complete all the same. */
    boolean canBeProven();

    /** A page without a cursor: the end that Twitch documents. */
    record Stated() implements Ending {

        @Override
        public Optional<String> shortcoming(Bottom bottom) {
            return bottom.isAmongTheLeastWatched() || bottom.isThatOfASmallListing()
                    ? Optional.empty()
                    : Optional.of(bottom.whereIt("the listing ended"));
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
        public Optional<String> shortcoming(Bottom bottom) {
            boolean isEnd = this != EMPTY_PAGE && bottom.isUnwatched();
            return isEnd ? Optional.empty() : Optional.of(bottom.whereIt(what));
        }

        @Override
        public boolean canBeProven() {
            return true;
        }
    }

    /** More was to be had, but there was no time for it. */
    record OutOfTime() implements Ending {

        @Override
        public Optional<String> shortcoming(Bottom bottom) {
            return Optional.of("the time for it was over after " + bottom.streams() + " streams");
        }

        @Override
        public boolean canBeProven() {
            return false;
        }
    }

    /** More was to be had. */
    record BrokenOff(String reason) implements Ending {

        @Override
        public Optional<String> shortcoming(Bottom bottom) {
            return Optional.of(reason);
        }

        @Override
        public boolean canBeProven() {
            return false;
        }
    }
}
