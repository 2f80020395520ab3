package io.streamgauge.spark;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.TransformResult;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.LakeOwner;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A lake with Spark as its engine: what has landed and is in no table is taken in, what it touches is computed anew, and one
 * pointer is switched, as {@code streamgauge transform} does; then the Delta tables follow.
 *
 * <p>Crawl records in landing are read by the driver, with the DuckDB that the collector writes them with.
 */
final class LakeOnSpark implements AutoCloseable {

    private static final int MEGABYTES = 256;

    private final Job job;
    private final Ledger ledger;
    private final DuckDb duckDb;
    private final SparkEngine engine;
    private final Transformer transformer;
    private final NewSnapshots newSnapshots;
    private final Optional<DeltaTables> delta;
    private int complete;
    private int partial;

    private LakeOnSpark(SparkSession spark, Job job, Store store) {
        this.job = job;
        Models models = Models.packed();
        this.ledger = new Ledger(store, Clock.systemUTC(), job.scratch());
        this.duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, job.scratch()));
        this.engine = new SparkEngine(spark);
        engine.prepare(models);
        this.transformer = new Transformer(
                store, ledger, new DuckDbSnapshotFormat(duckDb, job.scratch()), models, engine, job.scratch());
        this.newSnapshots = new NewSnapshots(spark, job.lake().resolve("landing"), job.checkpoint());
        this.delta = job.delta().map(location -> new DeltaTables(spark, location, models, store, engine));
    }

    /**
     * @param spark a session as {@link Sessions} makes it; it is the caller's to stop
     * @throws LakeException where there is no such lake, or it is another environment's
     */
    static LakeOnSpark open(SparkSession spark, Job job) {
        if (!Files.isDirectory(job.lake())) {
            throw new LakeException("There is no lake in " + job.lake());
        }
        Store store = LocalStore.open(job.lake());
        LakeOwner.claim(store, job.environment(), job.scratch());
        return new LakeOnSpark(spark, job, store);
    }

    /** Does the job; can be repeated after an end at any moment. */
    void run() {
        if (job.isRebuilding()) {
            count(transformer.rebuild(TransformListener.SILENT));
        } else {
            if (Files.isDirectory(job.lake().resolve("landing"))) {
                newSnapshots.each(this::update);
            }
            // what no new file tells of: models that have changed, crawls that landed nothing
            count(transformer.update(Span.EVER, TransformListener.SILENT));
        }
        follow();
    }

    private void update(Span touched) {
        count(transformer.update(touched, TransformListener.SILENT));
        follow();
    }

    private void follow() {
        delta.ifPresent(tables -> ledger.current()
                .ifPresent(published -> tables.follow(State.of(ledger, published), published.version())));
    }

    private void count(TransformResult result) {
        complete += result.complete();
        partial += result.partial();
    }

    /** Complete snapshots that were taken in. */
    int complete() {
        return complete;
    }

    /** Partial snapshots that were noted. */
    int partial() {
        return partial;
    }

    @Override
    public void close() {
        engine.close();
        duckDb.close();
    }
}
