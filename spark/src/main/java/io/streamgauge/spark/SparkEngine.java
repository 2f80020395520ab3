package io.streamgauge.spark;

import io.streamgauge.engine.Engine;
import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The models on Spark. Files are read and written by path: on a cluster the lake and the scratch folder must lie where every
 * machine finds them under the same path.
 */
public final class SparkEngine implements Engine {

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
                        select(new Query(model.sql(), empty, List.of())).schema());
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
        Dataset<Row> rows = select(query);
        List<String> cases = IntStream.range(0, outputs.size())
                .filter(at -> outputs.get(at).condition() != null)
                .mapToObj(at -> "when " + outputs.get(at).condition() + " then " + at)
                .toList();
        String number = cases.isEmpty() ? "0" : "case " + String.join(" ", cases) + " end";
        List<Column> order = Stream.concat(Stream.of(FilesAtOnce.NUMBER), query.order().stream())
                .map(SparkEngine::key)
                .toList();
        try {
            return FilesAtOnce.write(
                    rows.withColumn(FilesAtOnce.NUMBER, functions.expr(number))
                            .where(FilesAtOnce.NUMBER + " is not null")
                            .repartition(1)
                            .sortWithinPartitions(order.toArray(Column[]::new)),
                    outputs.stream().map(Output::file).toList());
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    public List<String> texts(Query query, String column) {
        try {
            return select(query).collectAsList().stream()
                    .map(row -> row.<String>getAs(column))
                    .toList();
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** The rows of a query, in no order. */
    Dataset<Row> select(Query query) {
        try {
            List<String> relations = new ArrayList<>();
            query.inputs().forEach((name, relation) -> relations.add(name + " as (\n" + text(name, relation) + "\n)"));
            String inputs = relations.isEmpty() ? "" : "with\n" + String.join(",\n", relations) + "\n";
            return spark.sql(inputs + "select * from (\n" + query.sql() + "\n)");
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private String text(String name, Relation relation) {
        if (relation instanceof Relation.Text text) {
            return text.sql();
        }
        List<Relation.Part> parts = ((Relation.Files) relation).parts();
        String view = "files_of_" + name;
        StructType schema = schemas.get(name);
        if (schema == null) {
            throw new EngineException("Nobody has told what columns " + name + " has", null);
        }
        Dataset<Row> rows = spark.createDataFrame(List.of(), schema);
        for (Relation.Part part : parts) {
            String[] files =
                    part.files().stream().map(file -> file.toUri().toString()).toArray(String[]::new);
            Dataset<Row> some = spark.read().schema(schema).parquet(files);
            rows = rows.unionAll(part.condition() == null ? some : some.where(part.condition()));
        }
        rows.createOrReplaceTempView(view);
        return "select * from " + view;
    }

    /** Nulls come last where nothing is said, as DuckDB has it. */
    private static Column key(String text) {
        if (text.endsWith(" nulls first")) {
            return functions.expr(text.replace(" nulls first", "")).asc_nulls_first();
        }
        return text.endsWith(" desc")
                ? functions.expr(text.replace(" desc", "")).desc_nulls_last()
                : functions.expr(text).asc_nulls_last();
    }

    private static EngineException failure(RuntimeException e) {
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
