package io.streamgauge.s3;

import io.streamgauge.lake.FullDisk;
import io.streamgauge.lake.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Files fetched from elsewhere, at most so many bytes of them: those that were used least recently go first. One that was
 * handed out within the last hour stays, since somebody may still read it; so the cache can be larger for a while. Several
 * processes can share a folder: the time of a file's last use is that of its change, and files come and go under one lock.
 */
final class FileCache {

    private static final Duration IN_USE = Duration.ofHours(1);

    /** So long a file is handed out without a note of it on the disk. */
    private static final Duration NOTED_FOR = IN_USE.dividedBy(2);

    private static final Duration LEFT_OVER = Duration.ofDays(1);
    private static final String PARTS = ".parts";
    private static final String LOCK = ".lock";

    /** Two locks on one file exclude each other between processes only. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path folder;
    private final long most;
    private final Clock clock;
    private final Map<Path, Instant> noted = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Path>> fetching = new ConcurrentHashMap<>();
    private long size;
    private long nextLook;

    private FileCache(Path folder, long most, Clock clock) {
        this.folder = folder;
        this.most = most;
        this.clock = clock;
    }

    private record Held(Path file, long bytes, Instant usedAt) {}

    private interface Locked<T> {
        T run() throws IOException;
    }

    /** @param most its size in bytes */
    static FileCache open(Path folder, long most, Clock clock) {
        FileCache cache = new FileCache(folder.toAbsolutePath().normalize(), most, clock);
        try {
            Files.createDirectories(cache.folder.resolve(PARTS));
        } catch (IOException e) {
            throw cache.unusable(e);
        }
        cache.locked(() -> {
            cache.removeLeftOvers();
            cache.makeRoom();
            return true;
        });
        return cache;
    }

    /**
     * A file by its name, a relative path whose content never changes; fetched where it is missing, once for all who ask at
     * the same time.
     *
     * @param fetch writes the whole file, or throws
     */
    Path get(String name, Consumer<Path> fetch) {
        Path file = folder.resolve(name);
        while (true) {
            if (isNoted(file) || locked(() -> handOut(file))) {
                return file;
            }
            CompletableFuture<Path> own = new CompletableFuture<>();
            CompletableFuture<Path> other = fetching.putIfAbsent(name, own);
            if (other == null) {
                return fetch(name, file, fetch, own);
            }
            if (awaited(other)) {
                return file;
            }
        }
    }

    /** Whether a file was handed out lately, so that asking for it takes no time. */
    boolean holds(String name) {
        return isNoted(folder.resolve(name));
    }

    private Path fetch(String name, Path file, Consumer<Path> fetch, CompletableFuture<Path> own) {
        try {
            if (!locked(() -> handOut(file))) {
                Path part = part();
                try {
                    fetch.accept(part);
                    locked(() -> place(part, file));
                } finally {
                    Files.deleteIfExists(part);
                }
            }
            own.complete(file);
            return file;
        } catch (IOException e) {
            StoreException failure = unusable(e);
            own.completeExceptionally(failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            fetching.remove(name, own);
        }
    }

    /** False where the one who fetched was interrupted, so that it must be tried anew. */
    private static boolean awaited(CompletableFuture<Path> other) {
        try {
            other.get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Waiting for a file that is being fetched was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause().getCause() instanceof InterruptedException) {
                return false;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean isNoted(Path file) {
        Instant at = noted.get(file);
        return at != null && at.plus(NOTED_FOR).isAfter(clock.instant()) && Files.exists(file);
    }

    private boolean handOut(Path file) throws IOException {
        Instant now = clock.instant();
        try {
            Files.setLastModifiedTime(file, FileTime.from(now));
        } catch (NoSuchFileException e) {
            return false;
        }
        noted.put(file, now);
        return true;
    }

    private boolean place(Path part, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        long bytes = Files.size(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        handOut(file);
        size += bytes;
        if (size > nextLook) {
            makeRoom();
        }
        return true;
    }

    private void makeRoom() throws IOException {
        List<Held> all = held();
        size = all.stream().mapToLong(Held::bytes).sum();
        Instant inUse = clock.instant().minus(IN_USE.plus(NOTED_FOR));
        all.sort(Comparator.comparing(Held::usedAt));
        for (Held held : all) {
            if (size <= most || held.usedAt().isAfter(inUse)) {
                break;
            }
            remove(held.file());
            size -= held.bytes();
        }
        nextLook = Math.max(most, size + most / 20);
    }

    private void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        noted.remove(file);
        Path parent = file.getParent();
        while (!parent.equals(folder) && isEmpty(parent)) {
            Files.delete(parent);
            parent = parent.getParent();
        }
    }

    private static boolean isEmpty(Path parent) throws IOException {
        try (var files = Files.list(parent)) {
            return files.findAny().isEmpty();
        }
    }

    private List<Held> held() throws IOException {
        List<Held> all = new ArrayList<>();
        Path parts = folder.resolve(PARTS);
        Path lock = folder.resolve(LOCK);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes about) {
                return visited.equals(parts) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                if (!file.equals(lock)) {
                    all.add(new Held(
                            file, about.size(), about.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }

    private Path part() throws IOException {
        return Files.createTempFile(folder.resolve(PARTS), "part", "");
    }

    /** What killed processes left half fetched. */
    private void removeLeftOvers() throws IOException {
        Instant old = clock.instant().minus(LEFT_OVER);
        try (var parts = Files.list(folder.resolve(PARTS))) {
            for (Path part : parts.toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private <T> T locked(Locked<T> work) {
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("its lock was lost");
                }
                return work.run();
            } catch (IOException | UncheckedIOException e) {
                throw unusable(e);
            }
        }
    }

    private StoreException unusable(Exception e) {
        return new StoreException(
                "Cannot use the cache " + folder + ": "
                        + FullDisk.sentence(e).orElseGet(() -> e.getClass().getSimpleName() + " " + e.getMessage()),
                e);
    }
}
