package io.streamgauge.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One real Spark for all tests of this module, which takes seconds to start; for few rows, compiling plans costs more than it gains. */
final class TestSpark {

    /** Of every Spark in these tests, those in processes of their own too. */
    static final Map<String, String> SETTINGS = settings();

    private static final SparkSession RUNNING = start();

    private TestSpark() {}

    static SparkSession session() {
        return Sessions.of(RUNNING);
    }

    /** What the program does with these arguments. */
    static void run(String... arguments) {
        try (LakeOnSpark lake = LakeOnSpark.open(session(), Job.of(arguments).orElseThrow())) {
            lake.run();
        }
    }

    private static SparkSession start() {
        SparkSession.Builder builder = SparkSession.builder().appName("tests");
        SETTINGS.forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }

    private static Map<String, String> settings() {
        try {
            Path warehouse = Files.createTempDirectory("warehouse");
            Map<String, String> settings = new HashMap<>(Map.of(
                    "spark.master", "local[2]",
                    "spark.ui.enabled", "false",
                    "spark.sql.shuffle.partitions", "1",
                    "spark.sql.adaptive.enabled", "false",
                    "spark.sql.codegen.wholeStage", "false",
                    "spark.sql.codegen.factoryMode", "NO_CODEGEN",
                    "spark.sql.constraintPropagation.enabled", "false",
                    "spark.driver.host", "127.0.0.1",
                    "spark.driver.bindAddress", "127.0.0.1",
                    "spark.sql.warehouse.dir", warehouse.toUri().toString()));
            settings.putAll(Sessions.SETTINGS);
            settings.putAll(Sessions.DELTA);
            settings.put("spark.databricks.delta.snapshotPartitions", "1");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
