package io.streamgauge.spark;

import io.streamgauge.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes rows as Parquet files of chosen names by one job, where Spark by itself makes a folder for each.
 *
 * <p>What cannot be written is an {@link EngineException}.
 */
final class FilesAtOnce {

    /** A column that tells which file a row goes to; no file holds it. */
    static final String NUMBER = "output_number";

    private FilesAtOnce() {}

    /**
     * Writes rows that lie in one partition as one file.
     *
     * @return how many they are
     */
    static long write(Dataset<Row> rows, Path file) {
        return within(file, folder -> {
            rows.write().option("compression", "zstd").parquet(folder.toUri().toString());
            return take(folder, file);
        });
    }

    /**
     * Writes rows that lie in one partition, ordered by {@link #NUMBER} first.
     *
     * @param files each row goes to the one whose place in the list its number tells; one without rows is not written
     * @return how many rows each has
     */
    static List<Long> write(Dataset<Row> rows, List<Path> files) {
        return within(files.get(0), folder -> {
            rows.write()
                    .partitionBy(NUMBER)
                    .option("compression", "zstd")
                    .parquet(folder.toUri().toString());
            List<Long> numbers = new ArrayList<>();
            for (int at = 0; at < files.size(); at++) {
                Path part = folder.resolve(NUMBER + "=" + at);
                numbers.add(Files.exists(part) ? take(part, files.get(at)) : 0L);
            }
            return numbers;
        });
    }

    /** What is done with a folder beside a file, which is gone afterwards. */
    private interface Writing<T> {
        T in(Path folder) throws IOException;
    }

    private static <T> T within(Path file, Writing<T> writing) {
        Path folder = file.resolveSibling(file.getFileName() + ".parts");
        try {
            return writing.in(folder);
        } catch (IOException e) {
            throw new EngineException("Cannot write " + file + ": " + e.getMessage(), e);
        } finally {
            remove(folder);
        }
    }

    private static long take(Path part, Path file) throws IOException {
        List<Path> parts = parts(part);
        if (parts.size() != 1) {
            throw new EngineException("Spark wrote " + parts.size() + " files for " + file + ", expected one", null);
        }
        Files.move(parts.get(0), file, StandardCopyOption.REPLACE_EXISTING);
        return rows(file);
    }

    private static long rows(Path file) throws IOException {
        HadoopInputFile input =
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            return reader.getRecordCount();
        }
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the scratch folder goes away as a whole
        }
    }
}
