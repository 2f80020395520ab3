package io.streamgauge.simulator;

import java.time.Instant;

/** What a walk goes over: rows in their order, each called by its number. */
interface Rows {
    int size();

    /** The time at which these rows were live. */
    Instant time();

    String id(int row);

    String userId(int row);

    String userLogin(int row);

    String gameId(int row);

    String language(int row);

    /** Whether the stream is less than a minute old; never for recorded ones. */
    boolean isFresh(int row);

    /** Whether the row is found at all, whatever is asked for. */
    default boolean isListed(int row) {
        return true;
    }

    void write(int row, JsonBytes json);

    /** The cursor of a page from one row to another; it leads to the row behind the last. */
    String cursor(int first, int last);

    /** A cursor that leads to this row. */
    String cursorTo(int row);

    /** A cursor that leads to the first page. */
    String cursorToStart();
}
