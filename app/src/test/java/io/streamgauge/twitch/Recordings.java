package io.streamgauge.twitch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Recorded answers that lie beside the repository; a test that wants them is skipped where they are not. */
public final class Recordings {

    private Recordings() {}

    public static byte[] page(String name) {
        return read(folder().resolve("pages").resolve(name));
    }

    /** The rows of an answer, as the client reads them. */
    public static List<StreamRow> streams(byte[] body) {
        return StreamsBody.read(body).rows();
    }

    /** The rows of a recorded listing, in order of arrival. */
    public static List<String> rows(String snapshot) {
        Path file = folder().resolve(snapshot).resolve("streams.jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they lie. */
    public static Path folder() {
        Path module = Path.of("").toAbsolutePath();
        Path repository = Files.exists(module.resolve(".mvn")) ? module : module.getParent();
        Path folder = repository.resolveSibling("shared").resolve("recordings");
        assumeTrue(Files.isDirectory(folder), "There are no recordings beside the repository");
        return folder;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
