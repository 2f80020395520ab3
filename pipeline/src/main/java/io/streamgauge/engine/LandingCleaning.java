package io.streamgauge.engine;

import io.streamgauge.lake.Forgotten;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a snapshot's file anew where it shows a channel that was removed. */
final class LandingCleaning {

    private LandingCleaning() {}

    static void clean(Store store, SnapshotFormat format, String key, Forgotten forgotten) {
        if (forgotten.nobody()) {
            return;
        }
        Optional<Path> cleaned = format.without(store.local(key), forgotten);
        cleaned.ifPresent(file -> {
            try {
                String beside = "rewritten/" + key;
                store.delete(beside);
                store.putIfAbsent(beside, file);
                store.move(beside, key);
            } finally {
                delete(file);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LakeException("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
