package io.streamgauge.cli;

import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.EmptyTables;
import io.streamgauge.duckdb.TableExport;
import io.streamgauge.model.Models;
import java.time.Clock;

/** An engine of its own that reads published tables. */
final class Reading implements AutoCloseable {

    private static final int MEGABYTES = 512;

    private final OpenLake lake;
    private final Models models;
    private final DuckDb duckDb;

    private Reading(OpenLake lake, Models models, DuckDb duckDb) {
        this.lake = lake;
        this.models = models;
        this.duckDb = duckDb;
    }

    static Reading of(OpenLake lake, Models models) {
        int threads = Runtime.getRuntime().availableProcessors();
        DuckDb duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, threads, lake.scratch()));
        EmptyTables.create(duckDb, models);
        return new Reading(lake, models, duckDb);
    }

    LakeAnalytics analytics(Clock clock) {
        return new LakeAnalytics(lake.store(), lake.ledger(), models, duckDb, clock);
    }

    TableExport export() {
        return new TableExport(duckDb, models, lake.store(), lake.ledger());
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
