package io.streamgauge.spark;

import io.streamgauge.engine.EngineException;
import io.streamgauge.lake.LakeException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The program for {@code spark-submit}: brings a lake up to date and ends. */
public final class TransformOnSpark {

    private TransformOnSpark() {}

    /** Exits 0 on success, 1 on failure with a sentence on standard error, 2 on wrong usage. */
    public static void main(String[] arguments) {
        Optional<Job> job = Job.of(arguments);
        if (job.isEmpty()) {
            System.err.println("Cannot use the arguments " + Arrays.toString(arguments) + ". Usage: TransformOnSpark "
                    + Job.USAGE);
            System.exit(2);
        }
        SparkConf settings = new SparkConf();
        if (job.get().delta().isPresent() && SparkSession.getDefaultSession().isEmpty()) {
            Sessions.DELTA.forEach(settings::setIfMissing);
        }
        SparkSession spark = SparkSession.builder()
                .appName("streamgauge transform")
                .config(settings)
                .getOrCreate();
        int status = 0;
        try (LakeOnSpark lake = LakeOnSpark.open(Sessions.of(spark), job.get())) {
            lake.run();
            System.out.println("Took in " + lake.complete() + " complete and " + lake.partial() + " partial snapshots");
        } catch (LakeException | EngineException e) {
            System.err.println(e.getMessage());
            status = 1;
        } finally {
            spark.stop();
        }
        System.exit(status);
    }
}
