package io.streamgauge.collector;

/**
 * How far down a listing a walk has come.
 *
 * @param streams seen so far, each counted once
 * @param viewers of the last row that stated any
 * @param isFull whether the last page with rows held as many as were asked for
 */
record Bottom(int streams, long viewers, boolean isFull) {

    static final Bottom TOP = new Bottom(0, 0, false);

    /** A whole listing ends with streams of no or hardly any viewers. */
    private static final int FEW_VIEWERS = 2;

    /** A listing of up to so many streams may end anywhere, if Twitch says that it ends. */
    private static final int SMALL_LISTING = 1000;

    boolean isAmongTheLeastWatched() {
        return streams > 0 && viewers <= FEW_VIEWERS;
    }

    boolean isThatOfASmallListing() {
        return streams > 0 && streams <= SMALL_LISTING && !isFull;
    }

    boolean isUnwatched() {
        return streams > 0 && viewers == 0 && !isFull;
    }

    /** What happened there, for a reason. */
    String whereIt(String what) {
        return streams == 0
                ? "the listing was empty"
                : what + " after " + streams + " streams, where they still had " + viewers + " viewers";
    }
}
