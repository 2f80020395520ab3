package io.streamgauge.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is uploaded to Lambda: small enough, and nothing in it that the function does not need. */
final class PackageIT {

    private static final long MEGABYTE = 1024 * 1024;

    /** What can be uploaded without a bucket. */
    private static final long MOST_PACKED = 50 * MEGABYTE;

    private static final long MOST_UNPACKED = 250 * MEGABYTE;

    @Test
    void fitsIntoLambda() throws IOException {
        long packed = Files.size(LambdaFunction.packed());
        long unpacked;
        try (ZipFile file = new ZipFile(LambdaFunction.packed().toFile())) {
            unpacked = file.stream().mapToLong(ZipEntry::getSize).sum();
        }
        System.out.printf("package: %d MB, unpacked %d MB%n", packed / MEGABYTE, unpacked / MEGABYTE);

        assertThat(packed).isLessThan(MOST_PACKED);
        assertThat(unpacked).isLessThan(MOST_UNPACKED);
    }

    @Test
    void holdsTheCollectorAloneAndOneLibraryOfDuckDb() throws IOException {
        List<String> names;
        try (ZipFile file = new ZipFile(LambdaFunction.packed().toFile())) {
            names = file.stream().map(ZipEntry::getName).toList();
        }

        assertThat(names.stream()
                        .filter(name -> name.matches("io/streamgauge/[a-z0-9]+/.*\\.class"))
                        .map(name -> name.split("/")[2])
                        .distinct())
                .containsExactlyInAnyOrder("collector", "duckdb", "engine", "lake", "lambda", "model", "s3", "twitch");
        assertThat(names.stream().filter(name -> name.startsWith("libduckdb_java")))
                .hasSize(1);
        assertThat(names)
                .noneMatch(name -> name.startsWith("io/javalin/")
                        || name.startsWith("org/eclipse/jetty/")
                        || name.startsWith("static/")
                        || name.startsWith("io/netty/"));
    }
}
