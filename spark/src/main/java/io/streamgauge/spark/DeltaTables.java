package io.streamgauge.spark;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.State;
import io.streamgauge.lake.ContentHash;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of a published state as Delta tables, for whoever queries on a cluster: one for each table, in a folder of its
 * name. A table is made of parts, a day or what else the lake keeps in files of its own, and only parts whose files differ
 * from those they were made from are replaced, all of a table in one commit. Can be repeated after an end at any moment.
 */
final class DeltaTables {

    /** The column, and Delta's partition, that says which part a row belongs to. */
    static final String PART = "part";

    /** Of a file's path: its day, else its unit. */
    private static final String PART_OF_PATH = "coalesce("
            + "nullif(regexp_extract(_metadata.file_path, '/date=([0-9-]{10})/[^/]+$', 1), ''), "
            + "regexp_extract(_metadata.file_path, '/([^/]+)-[0-9a-f]+[.]parquet$', 1))";

    private final SparkSession spark;
    private final String location;
    private final Configuration hadoop;
    private final Models models;
    private final Store store;
    private final SparkEngine engine;

    /**
     * @param location a folder, or an address that Spark can write to
     * @param engine one that has prepared the models
     */
    DeltaTables(SparkSession spark, String location, Models models, Store store, SparkEngine engine) {
        this.spark = spark;
        this.location = location;
        this.hadoop = spark.sparkContext().hadoopConfiguration();
        this.models = models;
        this.store = store;
        this.engine = engine;
    }

    /** Makes all tables those of the state; the version is noted with each commit. */
    void follow(State state, String version) {
        DeltaRecord before = DeltaRecord.read(location, hadoop);
        Map<String, Map<String, String>> after = new TreeMap<>();
        Map<String, DeltaChange> changes = new LinkedHashMap<>();
        for (Model model : models.all()) {
            if (!model.isView()) {
                Map<String, List<Path>> files = files(state, model.name());
                Map<String, String> parts = new TreeMap<>();
                files.forEach((part, paths) -> parts.put(part, hash(model, paths)));
                after.put(model.name(), parts);
                DeltaChange change = change(model, before.of(model.name()), parts, files);
                if (!change.isNone()) {
                    changes.put(model.name(), change);
                }
            }
        }
        if (!changes.isEmpty()) {
            before.without(changes).write(location, hadoop);
            changes.forEach((table, change) -> write(models.get(table), change, version));
            new DeltaRecord(after).write(location, hadoop);
        }
    }

    private DeltaChange change(
            Model model, Map<String, String> before, Map<String, String> after, Map<String, List<Path>> files) {
        if (!hasColumns(model)) {
            return new DeltaChange(after.keySet(), all(files.values().stream()), true);
        }
        Set<String> parts = new HashSet<>(before.keySet());
        parts.addAll(after.keySet());
        parts.removeIf(part -> before.getOrDefault(part, "").equals(after.getOrDefault(part, "")));
        return new DeltaChange(parts, all(parts.stream().map(part -> files.getOrDefault(part, List.of()))), false);
    }

    private static List<Path> all(Stream<List<Path>> files) {
        return files.flatMap(List::stream).toList();
    }

    /** The files of a table, by part. */
    private Map<String, List<Path>> files(State state, String table) {
        Map<String, List<Path>> files = new TreeMap<>();
        state.dates().forEach(date -> state.day(date).files(table).forEach(file -> files.computeIfAbsent(
                        date.toString(), part -> new ArrayList<>())
                .add(store.local(file.key()))));
        for (TableFile file : state.periods(table)) {
            files.computeIfAbsent(file.unit(), part -> new ArrayList<>()).add(store.local(file.key()));
        }
        return files;
    }

    /** Names tell content, so of equal files and columns the rows are equal. */
    private String hash(Model model, List<Path> files) {
        String text = columns(model)
                + files.stream()
                        .map(file -> file.getFileName().toString())
                        .sorted()
                        .collect(Collectors.joining(" "));
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the table is there and has the columns that the model has. */
    private boolean hasColumns(Model model) {
        try {
            return spark.read().format("delta").load(folder(model)).schema().equals(columns(model));
        } catch (Exception thereIsNone) {
            return false;
        }
    }

    /** Times as instants, which every reader of Delta knows, and all may be null, as in the lake's files. */
    private StructType columns(Model model) {
        StructType columns = new StructType();
        for (StructField field : engine.schema(model.name()).fields()) {
            columns = columns.add(
                    field.name(),
                    field.dataType().equals(DataTypes.TimestampNTZType) ? DataTypes.TimestampType : field.dataType());
        }
        return columns.add(PART, DataTypes.StringType);
    }

    private void write(Model model, DeltaChange change, String version) {
        Column[] order = Stream.concat(Stream.of(PART), model.order().stream())
                .map(SparkEngine::key)
                .toArray(Column[]::new);
        DataFrameWriter<Row> writer = rows(model, change.files())
                .repartition(functions.col(PART))
                .sortWithinPartitions(order)
                .write()
                .format("delta")
                .mode("overwrite")
                .partitionBy(PART)
                .option("userMetadata", "state " + version);
        try {
            (change.isWhole()
                            ? writer.option("overwriteSchema", "true")
                            : writer.option("replaceWhere", PART + " in (" + quoted(change.parts()) + ")"))
                    .save(folder(model));
        } catch (Exception e) {
            throw new EngineException("Cannot write the Delta table " + folder(model) + ": " + e.getMessage(), e);
        }
    }

    private Dataset<Row> rows(Model model, List<Path> files) {
        StructType columns = columns(model);
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), columns);
        }
        Column[] selected = Stream.of(columns.fields())
                .map(field -> field.name().equals(PART)
                        ? functions.expr(PART_OF_PATH).as(PART)
                        : functions.col(field.name()).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return spark.read()
                .schema(engine.schema(model.name()))
                .parquet(files.stream().map(file -> file.toUri().toString()).toArray(String[]::new))
                .select(selected);
    }

    private static String quoted(Set<String> parts) {
        return parts.stream().sorted().map(part -> "'" + part + "'").collect(Collectors.joining(", "));
    }

    private String folder(Model model) {
        return location + "/" + model.name();
    }
}
