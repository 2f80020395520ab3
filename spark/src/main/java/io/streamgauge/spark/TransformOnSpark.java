package io.streamgauge.spark;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Span;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Brings a lake up to date as {@code streamgauge transform} does, with Spark as the engine: what has landed and is in no
 * table is taken in, what it touches is computed anew, and one pointer is switched at the end, so that {@code streamgauge
 * serve} shows it.
 *
 * <p>Crawl records in landing are read by the driver, with the DuckDB that the collector writes them with.
 */
public final class TransformOnSpark {

    private static final String USAGE =
            "Usage: TransformOnSpark --lake FOLDER --scratch FOLDER [--env NAME] [--rebuild yes]";
    private static final List<String> KNOWN = List.of("--lake", "--scratch", "--env", "--rebuild");
    private static final int MEGABYTES = 256;

    private TransformOnSpark() {}

    /** Exits 0 on success, 1 on failure with a sentence on standard error, 2 on wrong usage. */
    public static void main(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            given.put(arguments[at], arguments[at + 1]);
        }
        boolean isUsable = arguments.length % 2 == 0
                && KNOWN.containsAll(given.keySet())
                && given.keySet().containsAll(List.of("--lake", "--scratch"))
                && given.values().stream().noneMatch(value -> value.contains("://"));
        if (!isUsable) {
            System.err.println("Cannot use the arguments " + Arrays.toString(arguments) + ". " + USAGE);
            System.exit(2);
        }
        SparkSession spark =
                SparkSession.builder().appName("streamgauge transform").getOrCreate();
        int status = 0;
        try {
            TransformResult result = run(
                    Sessions.of(spark),
                    Path.of(given.get("--lake")),
                    Path.of(given.get("--scratch")),
                    given.getOrDefault("--env", "dev"),
                    given.getOrDefault("--rebuild", "no").equals("yes"));
            System.out.println(
                    "Took in " + result.complete() + " complete and " + result.partial() + " partial snapshots");
        } catch (LakeException | EngineException e) {
            System.err.println(e.getMessage());
            status = 1;
        } finally {
            spark.stop();
        }
        System.exit(status);
    }

    /**
     * @param scratch a folder for files in the making, beside the lake: both must lie where every machine finds them
     * @param environment whose lake it is; another one's is refused
     */
    static TransformResult run(SparkSession spark, Path lake, Path scratch, String environment, boolean rebuilding) {
        if (!Files.isDirectory(lake)) {
            throw new LakeException("There is no lake in " + lake);
        }
        Store store = LocalStore.open(lake);
        LakeOwner.claim(store, environment, scratch);
        Models models = Models.packed();
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, scratch));
                SparkEngine engine = new SparkEngine(spark)) {
            engine.prepare(models);
            Transformer transformer = new Transformer(
                    store,
                    new Ledger(store, Clock.systemUTC(), scratch),
                    new DuckDbSnapshotFormat(duckDb, scratch),
                    models,
                    engine,
                    scratch);
            return rebuilding
                    ? transformer.rebuild(TransformListener.SILENT)
                    : transformer.update(Span.EVER, TransformListener.SILENT);
        }
    }
}
