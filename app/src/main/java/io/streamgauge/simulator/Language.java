package io.streamgauge.simulator;

import java.util.List;

/**
 * A broadcast language.
 *
 * @param share of all streams
 * @param places where its streamers live
 */
record Language(String code, double share, String tag, List<Place> places) {

    /** Hours ahead of UTC, and how many of the language's streamers live there. */
    record Place(int utcOffset, double weight) {}

    static Language in(String code, double share, String tag, int utcOffset) {
        return new Language(code, share, tag, List.of(new Place(utcOffset, 1)));
    }
}
