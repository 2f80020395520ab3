package io.streamgauge.simulator;

import java.time.Instant;

/** Rows some of which speak an unknown language or come and go while they are young; which ones depends on the seed. */
final class StrangeRows implements Rows {
    static final String LANGUAGE = "xx";

    private static final int WINDOW_SECONDS = 10;
    private static final int FOREIGN = 1;
    private static final int HIDDEN = 2;

    private final Rows rows;
    private final Faults faults;
    /** The share of streams with an unknown language. */
    private final double foreign;
    /** The share of windows of time in which a fresh stream is missing. */
    private final double hidden;

    private StrangeRows(Rows rows, Faults faults, double foreign, double hidden) {
        this.rows = rows;
        this.faults = faults;
        this.foreign = foreign;
        this.hidden = hidden;
    }

    /** The same rows where no such fault is on. */
    static Rows of(Rows rows, Faults faults) {
        double foreign = faults.share(Fault.UNKNOWN_LANGUAGE);
        double hidden = faults.share(Fault.FLICKER);
        return foreign == 0 && hidden == 0 ? rows : new StrangeRows(rows, faults, foreign, hidden);
    }

    @Override
    public String language(int row) {
        return isForeign(row) ? LANGUAGE : rows.language(row);
    }

    @Override
    public boolean isListed(int row) {
        if (hidden == 0 || !rows.isFresh(row)) {
            return rows.isListed(row);
        }
        long window = Math.floorDiv(rows.time().getEpochSecond(), (long) WINDOW_SECONDS);
        boolean missing = Hash.unit(Hash.of(key(row, HIDDEN), window)) < hidden;
        if (missing) {
            faults.count(Fault.FLICKER);
        }
        return !missing && rows.isListed(row);
    }

    @Override
    public void write(int row, JsonBytes json) {
        if (isForeign(row)) {
            faults.count(Fault.UNKNOWN_LANGUAGE);
            json.raw(RowJson.changed(RowJson.of(rows, row), fields -> fields.put("language", LANGUAGE)));
        } else {
            rows.write(row, json);
        }
    }

    private boolean isForeign(int row) {
        return foreign > 0 && Hash.unit(key(row, FOREIGN)) < foreign;
    }

    private long key(int row, int fault) {
        return Hash.of(faults.seed() + fault, rows.id(row).hashCode());
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Instant time() {
        return rows.time();
    }

    @Override
    public String id(int row) {
        return rows.id(row);
    }

    @Override
    public String userId(int row) {
        return rows.userId(row);
    }

    @Override
    public String userLogin(int row) {
        return rows.userLogin(row);
    }

    @Override
    public String gameId(int row) {
        return rows.gameId(row);
    }

    @Override
    public boolean isFresh(int row) {
        return rows.isFresh(row);
    }

    @Override
    public String cursor(int first, int last) {
        return rows.cursor(first, last);
    }

    @Override
    public String cursorTo(int row) {
        return rows.cursorTo(row);
    }

    @Override
    public String cursorToStart() {
        return rows.cursorToStart();
    }
}
