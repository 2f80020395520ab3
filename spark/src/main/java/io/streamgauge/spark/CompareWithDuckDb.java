package io.streamgauge.spark;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Holds Spark against DuckDB over the landing of a lake whose tables DuckDB made, at whatever size: {@code CompareWithDuckDb LAKE
 * FOLDER}. Spark makes a lake of its own in the folder, over the same files of landing, and every table is compared, row by
 * row.
 */
public final class CompareWithDuckDb {

    private static final int MEGABYTES = 2048;

    private final Path one;
    private final Path other;
    private final Path scratch;
    private final Models models = Models.packed();

    private CompareWithDuckDb(Path lake, Path folder) {
        this.one = lake;
        this.other = folder.resolve("lake");
        this.scratch = folder.resolve("scratch");
    }

    /** Exits 0 where all tables are equal, 1 where they are not, 2 on wrong usage. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || Files.exists(Path.of(arguments[1]))) {
            System.err.println("Usage: CompareWithDuckDb LAKE FOLDER, the folder being one that is not there yet");
            System.exit(2);
        }
        CompareWithDuckDb comparison = new CompareWithDuckDb(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        comparison.borrowLanding();
        comparison.transform();
        System.exit(comparison.differences() == 0 ? 0 : 1);
    }

    /** As links, so that a large landing area takes no room a second time. */
    private void borrowLanding() throws IOException {
        Path landing = one.resolve("landing");
        try (Stream<Path> files = Files.walk(landing)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path link = other.resolve("landing").resolve(landing.relativize(file));
                Files.createDirectories(link.getParent());
                Files.createLink(link, file);
            }
        }
    }

    private void transform() {
        SparkSession spark =
                SparkSession.builder().appName("streamgauge compare").getOrCreate();
        Job job = new Job(other, scratch, scratch.resolve("checkpoint"), "dev", Optional.empty(), false);
        long start = System.nanoTime();
        try (LakeOnSpark lake = LakeOnSpark.open(Sessions.of(spark), job)) {
            lake.run();
            say(
                    "Spark took %.1f s for %d snapshots",
                    Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3, lake.complete());
        } finally {
            spark.stop();
        }
    }

    /** How many tables differ. */
    private int differences() {
        int tables = 0;
        int differing = 0;
        long rows = 0;
        try (DuckDb duckDb =
                DuckDb.open(new DuckDbSettings(MEGABYTES, Runtime.getRuntime().availableProcessors(), scratch))) {
            for (Model model : models.all()) {
                Optional<String> first = rows(one, model);
                Optional<String> second = rows(other, model);
                if (first.isEmpty() && second.isEmpty()) {
                    continue;
                }
                tables++;
                long count = first.map(sql -> count(duckDb, sql)).orElse(0L);
                boolean isEqual = first.isPresent()
                        && second.isPresent()
                        && count == count(duckDb, second.get())
                        && count(duckDb, "(" + first.get() + ") except all (" + second.get() + ")") == 0;
                rows += count;
                differing += isEqual ? 0 : 1;
                say("%-28s %,12d rows  %s", model.name(), count, isEqual ? "equal" : "DIFFERENT");
            }
        }
        say("%d tables, %,d rows, %d of the tables differ", tables, rows, differing);
        return differing;
    }

    private static long count(DuckDb duckDb, String sql) {
        return duckDb.select("select count(*) as n from (" + sql + ")", List.of(), row -> row.number("n"))
                .get(0);
    }

    private Optional<String> rows(Path lake, Model model) {
        LocalStore store = LocalStore.open(lake);
        Ledger ledger = new Ledger(store, Clock.systemUTC(), scratch);
        State state = State.of(
                ledger, ledger.current().orElseThrow(() -> new LakeException("Nothing is published in " + lake)));
        if (model.isView()) {
            return Optional.empty();
        }
        String files = new Tables(models, store, state)
                .all(model.name()).parts().stream()
                        .map(Relation.Part::files)
                        .flatMap(List::stream)
                        .map(file -> "'" + file + "'")
                        .collect(Collectors.joining(", "));
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of("select * from read_parquet([" + files + "], hive_partitioning = false)");
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
