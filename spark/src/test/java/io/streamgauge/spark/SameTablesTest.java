package io.streamgauge.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.analytics.MadeCrawls;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.Reconciliation;
import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.LakeException;
import io.streamgauge.model.Model;
import io.streamgauge.web.LakePages;
import io.streamgauge.web.LakePagesContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both engines over the same landing: every table has the same columns and the same rows, Delta has them too, and every page is
 * the same. Spark's lake has come to be with interruptions, and goes on where it was: nothing is lost, nothing doubled.
 */
final class SameTablesTest implements LakePagesContract {

    private static final int SLOTS = 36;

    /** An hour before a midnight. */
    private static final Instant FROM = Instant.parse("2026-01-04T23:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-05T01:00:00Z");
    private static final String IN_THE_WAY = "gold_game_metrics";

    private static LakeFixture duck;
    private static LakeFixture lake;
    private static DeltaFolder delta;
    private static LakePages pages;

    @BeforeAll
    static void write(@TempDir Path folder) throws Exception {
        duck = LakeFixture.in(folder.resolve("duck"));
        lake = LakeFixture.in(folder.resolve("spark"));
        delta = new DeltaFolder(folder.resolve("delta"));
        String[] job = {"--lake", folder + "/spark/lake", "--scratch", folder + "/work", "--delta", folder + "/delta"};
        land(FROM, MIDNIGHT);
        learn(5, FROM, "33", "44");

        Path tables = folder.resolve("spark/lake/tables");
        KilledProgram.run(folder.resolve("log"), () -> Files.exists(tables), job);
        assertThat(lake.ledger.current()).as("published by who was killed").isEmpty();

        Path inTheWay = Files.createDirectories(folder.resolve("delta")).resolve(IN_THE_WAY);
        Files.writeString(inTheWay, "a file");
        assertThatThrownBy(() -> TestSpark.run(job))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Cannot write the Delta table " + inTheWay.toUri());
        assertThat(lake.ledger.current()).as("published before Delta").isPresent();
        assertThat(delta.commits("gold_channel_hours")).isPositive();
        Files.delete(inTheWay);
        land(MIDNIGHT, END);
        learn(6, FROM.plusSeconds(60), "44", "55");
        TestSpark.run(job);
        duck.transform();
        pages = LakePages.of(analytics(lake));
    }

    @AfterAll
    static void close() {
        pages.close();
        duck.close();
        lake.close();
    }

    private static void land(Instant from, Instant to) {
        MadeCrawls.of(5, SLOTS).crawls().stream()
                .filter(crawl -> !crawl.at().isBefore(from) && crawl.at().isBefore(to))
                .forEach(crawl -> {
                    duck.land(crawl.at(), crawl.complete(), crawl.rows());
                    lake.land(crawl.at(), crawl.complete(), crawl.rows());
                });
    }

    /** What was learnt first is known by other labels later. */
    private static void learn(int seed, Instant at, String... categories) {
        Reconciliation.learn(duck, new Random(seed), at, categories);
        Reconciliation.learn(lake, new Random(seed), at, categories);
    }

    private static Analytics analytics(LakeFixture of) {
        return new LakeAnalytics(of.store, of.ledger, of.models, of.duckDb, Clock.fixed(END, ZoneOffset.UTC));
    }

    @Override
    public LakePages pages() {
        return pages;
    }

    @Test
    void everyTableIsTheSame() {
        assertThat(check(duck, lake)).as("tables with rows").isGreaterThanOrEqualTo(27);
    }

    @Test
    void deltaTablesHoldWhatIsPublished() {
        assertThat(delta.check(lake)).as("tables with rows").isGreaterThanOrEqualTo(27);
    }

    @Test
    void everyPageIsTheSame() {
        Map<String, String> walked = pages.walk("33,44,none");
        Map<String, String> others = LakePages.pages(analytics(duck), walked.keySet());
        assertThat(walked).hasSizeGreaterThan(20);
        walked.forEach((address, page) -> assertThat(page).as(address).isEqualTo(others.get(address)));
    }

    @Test
    void aLakeThatIsNotThereIsNamed(@TempDir Path folder) {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> TestSpark.run("--lake", nowhere.toString(), "--scratch", folder + "/work"))
                .isInstanceOf(LakeException.class)
                .hasMessage("There is no lake in " + nowhere);
    }

    /** Compares every table, and tells how many have rows. */
    static int check(LakeFixture duck, LakeFixture spark) {
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

    static List<String> difference(LakeFixture lake, String rows, String others) {
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
