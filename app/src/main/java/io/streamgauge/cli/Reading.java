package io.streamgauge.cli;

import io.streamgauge.analytics.Holdings;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.analytics.LakeCitations;
import io.streamgauge.analytics.LakeDownloads;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.EmptyTables;
import io.streamgauge.duckdb.TableExport;
import io.streamgauge.lake.CitedAnswers;
import io.streamgauge.model.Models;
import java.time.Clock;

/** An engine of its own that reads published tables. */
final class Reading implements AutoCloseable {

    private static final int MEGABYTES = 512;
    private static final int COPYING_MEGABYTES = 384;

    /** What citations may take of the disk: some ten thousand pages. */
    private static final long MOST_CITED_BYTES = 256L << 20;

    private final OpenLake lake;
    private final Models models;
    private final DuckDb duckDb;
    private DuckDb copying;

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

    /** Tables to take away, by an engine of their own, so that long downloads keep nobody waiting; and citations. */
    Holdings holdings() {
        if (copying == null) {
            copying = DuckDb.open(
                    new DuckDbSettings(COPYING_MEGABYTES, 1, lake.scratch().resolve("copying")));
            EmptyTables.create(copying, models);
        }
        TableExport export = new TableExport(copying, models, lake.store(), lake.ledger());
        return new Holdings(
                new LakeDownloads(export, models, lake.scratch()),
                new LakeCitations(
                        new CitedAnswers(lake.store(), lake.scratch()), lake.isReadOnly() ? 0 : MOST_CITED_BYTES));
    }

    @Override
    public void close() {
        if (copying != null) {
            copying.close();
        }
        duckDb.close();
    }
}
