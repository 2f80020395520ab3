package io.streamgauge.spark;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Span;
import io.streamgauge.lake.LakeException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Landing as a stream of files. It tells which days have something new and no more: what of it is in no table yet is known to
 * the ledger alone, so that a checkpoint that is lost, behind or ahead costs time and no snapshot.
 */
final class NewSnapshots {

    /** A week of snapshots at the usual cadence: so much is published at once where much is to be caught up with. */
    private static final int FILES_AT_ONCE = 7 * 96;

    /** As Spark has it; but for the path nothing is looked at, and so the content is not read. */
    private static final StructType FILES = new StructType()
            .add("path", DataTypes.StringType, false)
            .add("modificationTime", DataTypes.TimestampType, false)
            .add("length", DataTypes.LongType, false)
            .add("content", DataTypes.BinaryType, true);

    private static final Pattern DATE = Pattern.compile("/date=(\\d{4}-\\d{2}-\\d{2})/[^/]*$");

    private final SparkSession spark;
    private final Path landing;
    private final Path checkpoint;

    /** @param checkpoint a folder of the stream's own, which two runs at once cannot share */
    NewSnapshots(SparkSession spark, Path landing, Path checkpoint) {
        this.spark = spark;
        this.landing = landing;
        this.checkpoint = checkpoint;
    }

    /**
     * Hands over the days that files lie in which were not there before, from the first to the last, and returns when all that
     * is there now has been handed over. What was handed over when a run ended is handed over again, unless it was done with.
     */
    void each(Consumer<Span> touched) {
        VoidFunction2<Dataset<Row>, Long> batch = (files, number) ->
                span(files.as(Encoders.STRING()).collectAsList()).ifPresent(touched);
        try {
            StreamingQuery query = spark.readStream()
                    .format("binaryFile")
                    .schema(FILES)
                    .option("pathGlobFilter", "*.parquet")
                    .option("recursiveFileLookup", "true")
                    .option("ignoreMissingFiles", "true")
                    .option("maxFilesPerTrigger", FILES_AT_ONCE)
                    .load(landing.toUri().toString())
                    .select("path")
                    .writeStream()
                    .queryName("new snapshots")
                    .option("checkpointLocation", checkpoint.toUri().toString())
                    .trigger(Trigger.AvailableNow())
                    .foreachBatch(batch)
                    .start();
            query.awaitTermination();
        } catch (StreamingQueryException | TimeoutException e) {
            throw failure(e);
        }
    }

    private static Optional<Span> span(List<String> files) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        files.forEach(file -> date(file).ifPresent(dates::add));
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        Span.day(dates.first()).from(), Span.day(dates.last()).to()));
    }

    private static Optional<LocalDate> date(String file) {
        Matcher matcher = DATE.matcher(file);
        try {
            return matcher.find() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        } catch (DateTimeException notOfOurs) {
            return Optional.empty();
        }
    }

    /** What went wrong inside, in the words that it would have had outside of the stream. */
    private static RuntimeException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LakeException || cause instanceof EngineException) {
                return (RuntimeException) cause;
            }
        }
        return new EngineException("Cannot follow landing: " + e.getMessage(), e);
    }
}
