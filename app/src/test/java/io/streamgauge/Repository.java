package io.streamgauge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the repository that tests compare with the code. */
public final class Repository {

    private Repository() {}

    /** Its root, whichever module's folder the test runs in. */
    public static Path root() {
        Path module = Path.of("").toAbsolutePath();
        return Files.exists(module.resolve(".mvn")) ? module : module.getParent();
    }

    public static String read(String file) {
        try {
            return Files.readString(root().resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
