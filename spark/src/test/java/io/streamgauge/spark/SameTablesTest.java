package io.streamgauge.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.analytics.MadeCrawls;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.Reconciliation;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.LakeException;
import io.streamgauge.model.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both engines over the same landing: every table has the same columns and the same rows. */
final class SameTablesTest {

    private static final int SLOTS = 36;

    /** An hour and a half before a midnight. */
    private static final Instant FROM = Instant.parse("2026-01-04T22:30:00Z");

    @TempDir
    Path folder;

    @Test
    void everyTableIsTheSame() {
        List<MadeCrawls.Crawl> crawls = MadeCrawls.of(5, SLOTS).crawls().stream()
                .filter(crawl -> crawl.at().isAfter(FROM) && crawl.at().isBefore(FROM.plus(Duration.ofHours(3))))
                .toList();
        try (LakeFixture duck = LakeFixture.in(folder.resolve("duck"));
                LakeFixture lake = LakeFixture.in(folder.resolve("spark"))) {
            crawls.forEach(crawl -> {
                duck.land(crawl.at(), crawl.complete(), crawl.rows());
                lake.land(crawl.at(), crawl.complete(), crawl.rows());
            });
            Reconciliation.learn(duck, new Random(5), FROM, "33", "44");
            Reconciliation.learn(lake, new Random(5), FROM, "33", "44");
            duck.transform();
            TransformOnSpark.run(
                    TestSpark.session(), folder.resolve("spark/lake"), folder.resolve("work"), "dev", false);
            assertThat(check(duck, lake)).as("tables with rows").isGreaterThanOrEqualTo(27);

            Reconciliation.learn(duck, new Random(6), FROM.plusSeconds(60), "44", "55");
            Reconciliation.learn(lake, new Random(6), FROM.plusSeconds(60), "44", "55");
            duck.transform();
            TransformOnSpark.run(
                    TestSpark.session(), folder.resolve("spark/lake"), folder.resolve("work"), "dev", false);
            for (String table : List.of("gold_category_labels", "gold_label_days")) {
                assertThat(difference(duck, rows(duck, table), rows(lake, table)))
                        .as("rows of " + table + " after something else was learnt")
                        .isEmpty();
            }
        }
    }

    @Test
    void aLakeThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(
                        () -> TransformOnSpark.run(TestSpark.session(), nowhere, folder.resolve("work"), "dev", false))
                .isInstanceOf(LakeException.class)
                .hasMessage("There is no lake in " + nowhere);
    }

    /** How many tables have rows. */
    private static int check(LakeFixture duck, LakeFixture spark) {
        int filled = 0;
        for (Model model : duck.models.all()) {
            if (model.isView()) {
                continue;
            }
            String one = rows(duck, model.name());
            String other = rows(spark, model.name());
            if (one == null || other == null) {
                assertThat(other).as(model.name()).isEqualTo(one);
                continue;
            }
            filled++;
            assertThat(columns(duck, other)).as("columns of " + model.name()).isEqualTo(columns(duck, one));
            assertThat(difference(duck, one, other))
                    .as("rows of " + model.name() + " on DuckDB alone")
                    .isEmpty();
            assertThat(difference(duck, other, one))
                    .as("rows of " + model.name() + " on Spark alone")
                    .isEmpty();
        }
        return filled;
    }

    private static List<String> columns(LakeFixture lake, String rows) {
        return lake.duckDb.select(
                "select column_name || ' ' || column_type as c from (describe " + rows + ")",
                List.of(),
                row -> row.text("c"));
    }

    private static List<String> difference(LakeFixture lake, String rows, String others) {
        return lake.duckDb.select(
                "select cast(d as varchar) as d from ((" + rows + ") except all (" + others + ")) as d limit 5",
                List.of(),
                row -> row.text("d"));
    }

    /** The rows of a published table, null where it has no file. */
    static String rows(LakeFixture lake, String table) {
        State state = State.of(lake.ledger, lake.ledger.current().orElseThrow());
        String files = new Tables(lake.models, lake.store, state)
                .all(table).parts().stream()
                        .map(Relation.Part::files)
                        .flatMap(List::stream)
                        .map(file -> "'" + file + "'")
                        .collect(Collectors.joining(", "));
        return files.isEmpty() ? null : "select * from read_parquet([" + files + "], hive_partitioning = false)";
    }
}
