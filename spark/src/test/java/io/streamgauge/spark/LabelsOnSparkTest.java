package io.streamgauge.spark;

import io.streamgauge.analytics.MadeCrawls;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.Reconciliation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures by genre, theme, mode and age reconcile with those of categories on Spark as they do on DuckDB. */
final class LabelsOnSparkTest {

    private static final Instant FROM = Instant.parse("2026-01-04T22:30:00Z");
    private static final Instant TO = FROM.plus(Duration.ofHours(3));

    @TempDir
    Path folder;

    @Test
    void totalsReconcileWithThoseOfCategories() {
        SparkEngine spark = new SparkEngine(TestSpark.session());
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            try (LakeFixture lake = LakeFixture.in(folder.resolve("lake" + seed))) {
                MadeCrawls.of(seed, 36).crawls().stream()
                        .filter(crawl -> crawl.complete()
                                && crawl.at().isAfter(FROM)
                                && crawl.at().isBefore(TO))
                        .forEach(crawl -> lake.land(crawl.at(), true, crawl.rows()));
                Reconciliation.learn(lake, random, FROM, "33", "44", "55");
                lake.transform();
                spark.prepare(lake.models);
                Reconciliation.holds(spark, lake, FROM, TO);
                Reconciliation.holds(
                        spark, lake, FROM.plusSeconds(random.nextInt(3000)), TO.minusSeconds(random.nextInt(3000)));
            }
        }
    }
}
