package io.streamgauge.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.MadeCrawls;
import io.streamgauge.databricks.DatabricksPipeline;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.lake.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The selects of the Databricks pipeline, one after the other on Spark: they give the figures that the lake has. */
final class DatabricksPipelineOnSparkTest {

    private static final Instant FROM = Instant.parse("2026-01-04T22:30:00Z");

    @TempDir
    Path folder;

    @Test
    void givesTheSameFigures() {
        SparkSession spark = TestSpark.session();
        try (LakeFixture lake = LakeFixture.in(folder.resolve("lake"))) {
            MadeCrawls.of(5, 36).crawls().stream()
                    .filter(crawl -> crawl.complete()
                            && crawl.at().isAfter(FROM)
                            && crawl.at().isBefore(FROM.plus(Duration.ofHours(3))))
                    .forEach(crawl -> lake.land(crawl.at(), true, crawl.rows()));
            lake.transform();
            run(spark, lake, new DatabricksPipeline(lake.models).selects());

            for (String table : List.of(
                    "silver_stream_updates",
                    "gold_game_metrics",
                    "gold_channel_hours",
                    "gold_channel_days",
                    "gold_game_periods",
                    "gold_period_totals",
                    "top_streamers",
                    "top_games",
                    "latest_stream_metrics")) {
                assertThat(difference(lake, table, rows(lake, table), written(table)))
                        .as(table)
                        .isEmpty();
            }
        }
    }

    /** Each is written and read again, as a materialized view is. */
    private void run(SparkSession spark, LakeFixture lake, Map<String, String> selects) {
        String[] landed = lake.store.list("landing/").stream()
                .map(Store.Stored::key)
                .map(key -> lake.store.local(key).toUri().toString())
                .toArray(String[]::new);
        selects.forEach((name, select) -> {
            Dataset<Row> rows = name.equals("landing")
                    ? spark.read().schema(LandingSchema.SCHEMA).parquet(landed)
                    : spark.sql(select.replace("${cadence_seconds}", "900").replace("${simulated}", "false"));
            String target = folder.resolve("written").resolve(name).toUri().toString();
            rows.write().parquet(target);
            spark.read().parquet(target).createOrReplaceTempView(name);
        });
    }

    private String written(String table) {
        return "select * from read_parquet('" + folder.resolve("written").resolve(table) + "/*.parquet')";
    }

    private static String rows(LakeFixture lake, String table) {
        return SameTablesTest.rows(lake, table);
    }

    private static List<String> difference(LakeFixture lake, String table, String rows, String others) {
        String columns = String.join(", ", lake.engine.columns(table));
        String one = "select " + columns + " from (" + rows + ")";
        String other = "select " + columns + " from (" + others + ")";
        return lake.duckDb.select(
                "select cast(d as varchar) as d from ((" + one + " except all " + other + ") union all (" + other
                        + " except all " + one + ")) as d limit 5",
                List.of(),
                row -> row.text("d"));
    }
}
