package io.streamgauge.simulator;

import java.time.Instant;
import java.util.List;

/** The rows of a recorded snapshot, each as recorded. */
final class RecordedRows implements Rows {
    private final int snapshot;
    private final List<Recording.Row> rows;

    RecordedRows(int snapshot, Recording recording) {
        this.snapshot = snapshot;
        this.rows = recording.rows();
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Instant time() {
        return Instant.EPOCH;
    }

    @Override
    public String id(int row) {
        return rows.get(row).id();
    }

    @Override
    public String userId(int row) {
        return rows.get(row).userId();
    }

    @Override
    public String userLogin(int row) {
        return rows.get(row).userLogin();
    }

    @Override
    public String gameId(int row) {
        return rows.get(row).gameId();
    }

    @Override
    public String language(int row) {
        return rows.get(row).language();
    }

    @Override
    public boolean isFresh(int row) {
        return false;
    }

    @Override
    public void write(int row, JsonBytes json) {
        json.raw(rows.get(row).json());
    }

    @Override
    public String cursor(int first, int last) {
        return cursorTo(last + 1);
    }

    @Override
    public String cursorTo(int row) {
        return new RecordedListings.Place(snapshot, row).encoded();
    }

    @Override
    public String cursorToStart() {
        return cursorTo(0);
    }
}
