package io.streamgauge.spark;

import io.streamgauge.engine.Engine;
import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The models on Spark. Files are read and written by path: on a cluster the lake and the scratch folder must lie where every
 * machine finds them under the same path.
 */
public final class SparkEngine implements Engine {

    /** From so many readings on it costs less to keep what is read. */
    private static final int OFTEN = 3;

    private final SparkSession spark;
    private final Map<String, StructType> schemas = new LinkedHashMap<>();

    /** @param spark a session as {@link Sessions} makes it; it is the caller's to stop */
    public SparkEngine(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String name() {
        return "Spark " + spark.version();
    }

    @Override
    public void prepare(Models models) {
        schemas.clear();
        schemas.put("landing", LandingSchema.SCHEMA);
        Provided.empty()
                .forEach((name, text) -> schemas.put(name, spark.sql(text.sql()).schema()));
        for (Model model : models.all()) {
            LinkedHashMap<String, Relation> empty = new LinkedHashMap<>();
            model.inputs().forEach(input -> empty.put(input, new Relation.Files(List.of())));
            try {
                schemas.put(
                        model.name(),
                        select(new Query(model.sql(), empty, List.of()), new ArrayList<>())
                                .schema());
            } catch (EngineException e) {
                throw new EngineException("Model " + model.name() + " does not run: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public List<String> columns(String model) {
        return List.of(schemas.get(model).fieldNames());
    }

    @Override
    public List<Long> write(Query query, List<Output> outputs) {
        List<Path> files = outputs.stream().map(Output::file).toList();
        List<Dataset<Row>> kept = new ArrayList<>();
        try {
            Dataset<Row> rows = select(query, kept);
            return outputs.size() == 1 && outputs.get(0).condition() == null
                    ? List.of(FilesAtOnce.write(sorted(rows, query.order()), files.get(0)))
                    : FilesAtOnce.write(numbered(rows, query.order(), outputs), files);
        } catch (Exception e) {
            throw failure(e);
        } finally {
            kept.forEach(Dataset::unpersist);
        }
    }

    @Override
    public List<String> texts(Query query, String column) {
        List<Dataset<Row>> kept = new ArrayList<>();
        try {
            return select(query, kept).collectAsList().stream()
                    .map(row -> row.<String>getAs(column))
                    .toList();
        } catch (Exception e) {
            throw failure(e);
        } finally {
            kept.forEach(Dataset::unpersist);
        }
    }

    /** The rows that go to any of the files, those of the first one first. */
    private static Dataset<Row> numbered(Dataset<Row> rows, List<String> order, List<Output> outputs) {
        String number = IntStream.range(0, outputs.size())
                .mapToObj(at -> "when " + outputs.get(at).condition() + " then " + at)
                .collect(Collectors.joining(" ", "case ", " end"));
        return sorted(
                rows.withColumn(FilesAtOnce.NUMBER, functions.expr(number)).where(FilesAtOnce.NUMBER + " is not null"),
                Stream.concat(Stream.of(FilesAtOnce.NUMBER), order.stream()).toList());
    }

    /** In one piece, since each file is sorted as a whole. */
    private static Dataset<Row> sorted(Dataset<Row> rows, List<String> order) {
        return rows.repartition(1)
                .sortWithinPartitions(order.stream().map(SparkEngine::key).toArray(Column[]::new));
    }

    /**
     * The rows of a query, in no order.
     *
     * @param kept takes what is computed once though it is read often, and is to be let go of when the rows are written
     */
    private Dataset<Row> select(Query query, List<Dataset<Row>> kept) {
        try {
            List<String> relations = new ArrayList<>();
            Set<String> large = new HashSet<>();
            query.inputs().forEach((name, relation) -> {
                String text = relation instanceof Relation.Text given
                        ? given.sql()
                        : "select * from " + view(name, (Relation.Files) relation);
                boolean isLarge = relation instanceof Relation.Files files
                        ? !files.parts().isEmpty()
                        : large.stream().anyMatch(other -> mentions(text, other) > 0);
                if (isLarge) {
                    large.add(name);
                }
                boolean isKept = isLarge && relation instanceof Relation.Text && isReadOften(name, query);
                relations.add(name + " as (\n" + (isKept ? keep(name, relations, text, kept) : text) + "\n)");
            });
            return spark.sql(with(relations) + "select * from (\n" + query.sql() + "\n)");
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static String with(List<String> relations) {
        return relations.isEmpty() ? "" : "with\n" + String.join(",\n", relations) + "\n";
    }

    /** Spark would compute a text anew wherever it is read, from files that were read for it each time. */
    private String keep(String name, List<String> before, String text, List<Dataset<Row>> kept) {
        String view = "rows_of_" + name;
        Dataset<Row> rows =
                spark.sql(with(before) + "select * from (\n" + text + "\n)").persist(StorageLevel.MEMORY_AND_DISK());
        kept.add(rows);
        rows.createOrReplaceTempView(view);
        return "select * from " + view;
    }

    private static boolean isReadOften(String name, Query query) {
        long mentions = mentions(query.sql(), name);
        for (Relation relation : query.inputs().values()) {
            mentions += relation instanceof Relation.Text text ? mentions(text.sql(), name) : 0;
        }
        return mentions >= OFTEN;
    }

    private static long mentions(String text, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(text).results().count();
    }

    private String view(String name, Relation.Files relation) {
        StructType schema = schemas.get(name);
        if (schema == null) {
            throw new EngineException("Nobody has told what columns " + name + " has", null);
        }
        String view = "files_of_" + name;
        relation.parts().stream()
                .map(part -> rows(part, schema))
                .reduce(Dataset::unionAll)
                .orElseGet(() -> spark.createDataFrame(List.of(), schema))
                .createOrReplaceTempView(view);
        return view;
    }

    private Dataset<Row> rows(Relation.Part part, StructType schema) {
        String[] files =
                part.files().stream().map(file -> file.toUri().toString()).toArray(String[]::new);
        Dataset<Row> rows = spark.read().schema(schema).parquet(files);
        return part.condition() == null ? rows : rows.where(part.condition());
    }

    /** The columns of a model that was prepared. */
    StructType schema(String model) {
        return schemas.get(model);
    }

    /** Nulls come last where nothing is said, as DuckDB has it. */
    static Column key(String text) {
        if (text.endsWith(" nulls first")) {
            return functions.expr(text.replace(" nulls first", "")).asc_nulls_first();
        }
        return text.endsWith(" desc")
                ? functions.expr(text.replace(" desc", "")).desc_nulls_last()
                : functions.expr(text).asc_nulls_last();
    }

    /** Of Spark's own, some are no {@link RuntimeException} though no signature says so. */
    private static EngineException failure(Exception e) {
        if (e instanceof EngineException known) {
            return known;
        }
        String reason =
                String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
        return new EngineException(reason.isEmpty() ? e.toString() : reason, e);
    }

    @Override
    public void close() {
        schemas.clear();
    }
}
