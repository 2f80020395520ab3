package io.streamgauge.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Sessions in which the models' text means what it means elsewhere. */
final class Sessions {

    /** Times are plain times of UTC, so that files read alike in every engine; what cannot be computed is an error. */
    static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.timestampType", "TIMESTAMP_NTZ",
            "spark.sql.parquet.inferTimestampNTZ.enabled", "true",
            "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
            "spark.sql.ansi.enabled", "true",
            "spark.sql.caseSensitive", "false",
            "spark.sql.sources.default", "parquet");

    /**
     * What Delta needs of a Spark that is not started yet. The tables are small, so their logs are read in few tasks, where
     * Delta would take fifty.
     */
    static final Map<String, String> DELTA = Map.of(
            "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
            "spark.databricks.delta.snapshotPartitions", "2");

    private Sessions() {}

    /** A session of its own within a running Spark, with the settings that the models need. */
    static SparkSession of(SparkSession running) {
        SparkSession session = running.newSession();
        SETTINGS.forEach((key, value) -> session.conf().set(key, value));
        return session;
    }
}
