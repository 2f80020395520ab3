package io.streamgauge.cli;

import io.streamgauge.lake.LakeException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder for files in the making that belongs to this process alone. What killed processes left is removed when one is opened. */
final class Scratch implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;

    private Scratch(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static synchronized Scratch open(Path parent) {
        try {
            Files.createDirectories(parent);
            try (FileChannel guard = open(parent.resolve("guard"), StandardOpenOption.CREATE)) {
                guard.lock();
                removeAbandoned(parent);
                String name = UUID.randomUUID().toString();
                Path lockFile = parent.resolve(name + LOCK);
                FileChannel lock = open(lockFile, StandardOpenOption.CREATE_NEW);
                lock.lock();
                return new Scratch(Files.createDirectory(parent.resolve(name)), lockFile, lock);
            }
        } catch (IOException e) {
            throw new LakeException(
                    "Cannot write in the folder " + parent + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
                    e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            remove(folder);
            Files.deleteIfExists(lockFile);
            lock.close();
        } catch (IOException e) {
            // the next process removes it
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(parent)) {
            locks = files.filter(file -> file.toString().endsWith(LOCK)).toList();
        }
        for (Path file : locks) {
            try (FileChannel channel = open(file, StandardOpenOption.CREATE);
                    FileLock free = channel.tryLock()) {
                if (free != null) {
                    String name = file.getFileName().toString();
                    remove(parent.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.delete(file);
                }
            } catch (OverlappingFileLockException e) {
                // in use by this very process
            }
        }
    }

    private static FileChannel open(Path file, StandardOpenOption creation) throws IOException {
        return FileChannel.open(file, creation, StandardOpenOption.WRITE);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
