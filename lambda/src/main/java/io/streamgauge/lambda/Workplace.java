package io.streamgauge.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The function's own folder on its disk. An execution environment runs one invocation at a time, so nobody shares it. */
final class Workplace {

    private final Path folder;

    Workplace(Path folder) {
        this.folder = folder;
    }

    /** Where the app token stays as long as the function is warm. */
    Path tokenFile() {
        return folder.resolve("twitch-token.json");
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    Path cache() {
        return scratch().resolve("cache");
    }

    /** Leaves an empty scratch folder, whatever was there: an invocation that was cut leaves its files behind. */
    void clear() {
        try {
            if (Files.exists(scratch())) {
                try (Stream<Path> files = Files.walk(scratch())) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
            Files.createDirectories(scratch());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + scratch(), e);
        }
    }
}
