package io.streamgauge.twitch;

import java.time.Instant;
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

    public StreamsPage {
        rows = List.copyOf(rows);
    }

    public Optional<String> next() {
        return Optional.ofNullable(cursor);
    }
}
