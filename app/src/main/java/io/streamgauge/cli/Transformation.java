package io.streamgauge.cli;

import io.streamgauge.duckdb.ChannelIds;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbEngine;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.duckdb.SilverDay;
import io.streamgauge.engine.Transformer;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.LocalDate;

/** A transformer with an engine of its own. */
final class Transformation implements AutoCloseable {

    private static final int MEGABYTES = 1024;

    private final DuckDb duckDb;
    private final DuckDbEngine engine;
    private final Models models;
    private final Transformer transformer;
    private final ChannelIds channelIds;

    private Transformation(
            DuckDb duckDb, DuckDbEngine engine, Models models, Transformer transformer, ChannelIds channelIds) {
        this.channelIds = channelIds;
        this.duckDb = duckDb;
        this.engine = engine;
        this.models = models;
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
                engine,
                models,
                new Transformer(
                        lake.store(),
                        lake.ledger(),
                        new DuckDbSnapshotFormat(duckDb, lake.scratch()),
                        models,
                        engine,
                        lake.scratch()),
                new ChannelIds(duckDb, models, lake.store(), lake.ledger()));
    }

    Transformer transformer() {
        return transformer;
    }

    ChannelIds channelIds() {
        return channelIds;
    }

    /** A day that is to be made without landing, for this transformer to adopt. */
    SilverDay silverDay(LocalDate date, Path scratch) {
        return new SilverDay(date, duckDb, engine, models, scratch);
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
