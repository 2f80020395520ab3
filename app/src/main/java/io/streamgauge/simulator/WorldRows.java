package io.streamgauge.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The streams that are live in a world. */
final class WorldRows implements Rows {
    private static final Duration FRESH = Duration.ofSeconds(60);
    /** Above every stream. */
    private static final ScoreCursor START = new ScoreCursor(1e9, 1e9);

    private final Instant time;
    private final List<LiveStream> streams;

    WorldRows(Listing listing) {
        this.time = listing.time();
        this.streams = listing.streams();
    }

    @Override
    public int size() {
        return streams.size();
    }

    @Override
    public Instant time() {
        return time;
    }

    @Override
    public String id(int row) {
        return streams.get(row).id();
    }

    @Override
    public String userId(int row) {
        return streams.get(row).userId();
    }

    @Override
    public String userLogin(int row) {
        return streams.get(row).userLogin();
    }

    @Override
    public String gameId(int row) {
        return streams.get(row).gameId();
    }

    @Override
    public String language(int row) {
        return streams.get(row).language();
    }

    @Override
    public boolean isFresh(int row) {
        return streams.get(row).startedAt().isAfter(time.minus(FRESH));
    }

    @Override
    public void write(int row, JsonBytes json) {
        StreamJson.row(json, streams.get(row));
    }

    @Override
    public String cursor(int first, int last) {
        return new ScoreCursor(streams.get(first).score(), streams.get(last).score()).encoded();
    }

    @Override
    public String cursorTo(int row) {
        double above = Math.nextUp(streams.get(row).score());
        return new ScoreCursor(above, above).encoded();
    }

    @Override
    public String cursorToStart() {
        return START.encoded();
    }
}
