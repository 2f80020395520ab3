package io.streamgauge.cli;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbEngine;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.engine.Transformer;
import io.streamgauge.model.Models;

/** A transformer with an engine of its own. */
final class Transformation implements AutoCloseable {

    private static final int MEGABYTES = 1024;

    private final DuckDb duckDb;
    private final Transformer transformer;

    private Transformation(DuckDb duckDb, Transformer transformer) {
        this.duckDb = duckDb;
        this.transformer = transformer;
    }

    static Transformation on(OpenLake lake, Models models) {
        int threads = Runtime.getRuntime().availableProcessors();
        DuckDbSettings settings = new DuckDbSettings(MEGABYTES, threads, lake.scratch());
        DuckDb duckDb = DuckDb.open(settings);
        DuckDbEngine engine = new DuckDbEngine(duckDb);
        engine.prepare(models);
        return new Transformation(
                duckDb,
                new Transformer(
                        lake.store(),
                        lake.ledger(),
                        new DuckDbSnapshotFormat(duckDb, lake.scratch()),
                        models,
                        engine,
                        lake.scratch()));
    }

    Transformer transformer() {
        return transformer;
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
