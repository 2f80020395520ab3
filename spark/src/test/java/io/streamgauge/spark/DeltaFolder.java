package io.streamgauge.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Delta tables that the program wrote. Delta tells which files count, and DuckDB reads them. */
final class DeltaFolder {

    private final SparkSession spark = TestSpark.session();
    private final Path folder;

    DeltaFolder(Path folder) {
        this.folder = folder;
    }

    /** Holds every table against that of the published state, and tells how many have rows. */
    int check(LakeFixture lake) {
        int filled = 0;
        for (Model model : lake.models.all()) {
            if (model.isView()) {
                continue;
            }
            List<Path> files = files(model.name());
            String published = SameTablesTest.rows(lake, model.name());
            assertThat(files.isEmpty()).as("no rows in " + model.name()).isEqualTo(published == null);
            if (published != null) {
                filled++;
                String columns = String.join(", ", lake.engine.columns(model.name()));
                String delta = "select " + columns + " from (" + plain(lake, files) + ")";
                assertThat(SameTablesTest.difference(lake, published, delta))
                        .as("rows of " + model.name() + " in the lake alone")
                        .isEmpty();
                assertThat(SameTablesTest.difference(lake, delta, published))
                        .as("rows of " + model.name() + " in Delta alone")
                        .isEmpty();
            }
        }
        return filled;
    }

    /** The rows of each part of a table, as Spark reads it. */
    Map<String, Long> parts(String table) {
        Map<String, Long> parts = new TreeMap<>();
        spark.read()
                .format("delta")
                .load(folder.resolve(table).toUri().toString())
                .groupBy(DeltaTables.PART)
                .count()
                .collectAsList()
                .forEach(row -> parts.put(row.getString(0), row.getLong(1)));
        return parts;
    }

    /** How many commits a table has. */
    int commits(String table) {
        return log(table).size();
    }

    /** The files that make a table, by its log. */
    List<Path> files(String table) {
        Set<String> files = new TreeSet<>();
        for (Path commit : log(table)) {
            try {
                for (String line : Files.readAllLines(commit)) {
                    JsonNode action = JsonMapper.shared().readTree(line);
                    files.remove(action.path("remove").path("path").asString(""));
                    files.add(action.path("add").path("path").asString(""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.remove("");
        return files.stream().map(folder.resolve(table)::resolve).toList();
    }

    private List<Path> log(String table) {
        Path log = folder.resolve(table).resolve("_delta_log");
        if (!Files.isDirectory(log)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Delta's times are instants, the lake's are times of UTC. */
    private static String plain(LakeFixture lake, List<Path> files) {
        String all = "select * from read_parquet(["
                + files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", "))
                + "], hive_partitioning = false)";
        List<String> columns = lake.duckDb.select(
                "select case column_type when 'TIMESTAMP WITH TIME ZONE' then 'timezone(''UTC'', ' || column_name"
                        + " || ') as ' || column_name else column_name end as c from (describe " + all + ")",
                List.of(),
                row -> row.text("c"));
        return "select " + String.join(", ", columns) + " from (" + all + ")";
    }
}
