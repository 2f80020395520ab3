package io.streamgauge.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** One real Spark for all tests of this module, which takes seconds to start; for few rows, compiling plans costs more than it gains. */
final class TestSpark {

    private static final SparkSession RUNNING = start();

    private TestSpark() {}

    static SparkSession session() {
        return Sessions.of(RUNNING);
    }

    private static SparkSession start() {
        try {
            Path warehouse = Files.createTempDirectory("warehouse");
            SparkSession.Builder builder = SparkSession.builder()
                    .master("local[2]")
                    .appName("tests")
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "1")
                    .config("spark.sql.adaptive.enabled", "false")
                    .config("spark.sql.codegen.wholeStage", "false")
                    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.warehouse.dir", warehouse.toUri().toString());
            Sessions.SETTINGS.forEach(builder::config);
            SparkSession spark = builder.getOrCreate();
            spark.sparkContext().setLogLevel("ERROR");
            return spark;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
