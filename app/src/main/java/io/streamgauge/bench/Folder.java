package io.streamgauge.bench;

import io.streamgauge.lake.LakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes away when it is closed. */
record Folder(Path path) implements AutoCloseable {

    /** Empty, whatever an earlier run left. */
    static Folder fresh(Path path) {
        Folder folder = new Folder(path);
        folder.close();
        return folder;
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot remove " + path + ": " + e.getMessage(), e);
        }
    }
}
