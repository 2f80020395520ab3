package io.streamgauge.twitch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One answer to Get Streams.
 *
 * @param cursor what to ask the next page with, opaque, or null where Twitch named none: the end of the list
 * @param receivedAt when its last byte came
 * @param simulated whether a simulator says that it answered
 */
public record StreamsPage(List<StreamRow> rows, String cursor, Instant receivedAt, boolean simulated) {

    /** Rows that a page holds where there are enough of them. */
    static final int MOST_ROWS = 100;

    public StreamsPage {
        rows = List.copyOf(rows);
    }

    /** Whether it holds as many rows as were asked for; a listing seldom ends on such a page. */
    public boolean isFull() {
        return rows.size() >= MOST_ROWS;
    }

    /** The same but for the rows of some channels. */
    public StreamsPage without(Collection<String> userIds) {
        return new StreamsPage(
                rows.stream()
                        .filter(row -> row.userId() == null || !userIds.contains(row.userId()))
                        .toList(),
                cursor,
                receivedAt,
                simulated);
    }

    public Optional<String> next() {
        return Optional.ofNullable(cursor);
    }
}
