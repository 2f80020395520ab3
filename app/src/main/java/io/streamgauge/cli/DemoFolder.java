package io.streamgauge.cli;

import io.streamgauge.lake.Json;
import io.streamgauge.lake.LakeException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo's own data folder, held by one demo at a time. It remembers which world its data is of. */
final class DemoFolder implements AutoCloseable {

    private final Places places;
    private final FileChannel lock;

    private DemoFolder(Places places, FileChannel lock) {
        this.places = places;
        this.lock = lock;
    }

    /** The world that the data is of. */
    record Made(long seed, int streams) {}

    /** @param fresh whether what is there is removed first */
    static DemoFolder open(Places outer, Made wanted, boolean fresh) {
        Places places = outer.demo();
        try {
            Files.createDirectories(outer.folder());
            FileChannel lock = lock(outer.folder().resolve("demo.lock"), places.folder());
            try {
                if (fresh) {
                    remove(places.folder());
                }
                remember(places.folder(), wanted);
                return new DemoFolder(places, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LakeException(
                    "Cannot write in the demo's folder " + places.folder() + ": "
                            + e.getClass().getSimpleName() + " " + e.getMessage(),
                    e);
        }
    }

    Places places() {
        return places;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LakeException("Cannot give the demo's folder " + places.folder() + " free: " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path file, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // another demo in this very process
        }
        if (held == null) {
            channel.close();
            throw new CommandException(
                    "A demo is running on " + folder + " already: stop it first, or name another folder with --home");
        }
        return channel;
    }

    private static void remember(Path folder, Made wanted) throws IOException {
        Path file = folder.resolve("world.json");
        if (Files.exists(file)) {
            Made made = Json.read(Files.readAllBytes(file), Made.class, file.toString());
            if (!made.equals(wanted)) {
                throw new CommandException("The demo in " + folder + " is of " + made.streams() + " streams and seed "
                        + made.seed() + ", asked for were " + wanted.streams() + " and " + wanted.seed()
                        + ": begin anew with --fresh");
            }
            return;
        }
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, "world", ".part");
        Files.write(copy, Json.bytes(wanted));
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
