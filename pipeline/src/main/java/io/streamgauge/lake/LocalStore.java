package io.streamgauge.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A store in a folder of a local disk. What is being written lies in {@code .tmp}, is forced to disk there and then
 * linked or renamed into place, so that a key either holds the whole object or nothing, whenever the process is killed.
 */
public final class LocalStore implements Store {

    private static final String TEMPORARY = ".tmp";
    private static final String LOCK = "lock";
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    private final Path root;

    private LocalStore(Path root) {
        this.root = root;
    }

    /** Opens the folder, making it where it is missing. */
    public static LocalStore open(Path root) {
        Path folder = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.resolve(TEMPORARY));
            sweep(folder.resolve(TEMPORARY));
        } catch (IOException e) {
            throw new LakeException("Cannot write in the lake's folder " + folder + ": " + reason(e), e);
        }
        if (!Files.isWritable(folder) || !Files.isWritable(folder.resolve(TEMPORARY))) {
            throw new LakeException("Cannot write in the lake's folder " + folder + ": permission denied");
        }
        return new LocalStore(folder);
    }

    /** Opens a folder that is there; nothing in it changes, unless something is put into it. */
    public static LocalStore openToRead(Path root) {
        return new LocalStore(root.toAbsolutePath().normalize());
    }

    @Override
    public boolean putIfAbsent(String key, Path source) {
        Path target = path(key);
        if (Files.exists(target)) {
            touch(target);
            return false;
        }
        Path copy = temporary();
        try {
            Files.createDirectories(target.getParent());
            Files.copy(source, copy);
            force(copy);
            Files.createLink(target, copy);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new StoreException("Cannot write " + key + " in " + root + ": " + reason(e), e);
        } finally {
            deleteQuietly(copy);
        }
    }

    @Override
    public Optional<byte[]> read(String key) {
        try {
            return Optional.of(Files.readAllBytes(path(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("Cannot read " + key + " in " + root + ": " + reason(e), e);
        }
    }

    @Override
    public Path local(String key) {
        return path(key);
    }

    @Override
    public List<Stored> list(String prefix) {
        Path folder = path(prefix);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(this::stored)
                    .sorted((one, other) -> one.key().compareTo(other.key()))
                    .toList();
        } catch (IOException e) {
            throw new StoreException("Cannot list " + prefix + " in " + root + ": " + reason(e), e);
        }
    }

    @Override
    public void move(String key, String newKey) {
        Path target = path(newKey);
        try {
            Files.createDirectories(target.getParent());
            Files.move(path(key), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // moved by an earlier try
        } catch (IOException e) {
            throw new StoreException("Cannot move " + key + " to " + newKey + " in " + root + ": " + reason(e), e);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new StoreException("Cannot delete " + key + " in " + root + ": " + reason(e), e);
        }
    }

    @Override
    public synchronized boolean replace(String key, Optional<byte[]> expected, byte[] content) {
        Path copy = temporary();
        Path target = path(key);
        try (FileChannel lock = FileChannel.open(
                        root.resolve(TEMPORARY).resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            Optional<byte[]> present = read(key);
            boolean same = held.isValid()
                    && present.isPresent() == expected.isPresent()
                    && (present.isEmpty() || Arrays.equals(present.get(), expected.get()));
            if (!same) {
                return false;
            }
            Files.createDirectories(target.getParent());
            Files.write(copy, content);
            force(copy);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new StoreException("Cannot replace " + key + " in " + root + ": " + reason(e), e);
        } finally {
            deleteQuietly(copy);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private Path path(String key) {
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root)) {
            throw new LakeException("The key '" + key + "' points outside the lake");
        }
        return path;
    }

    private Stored stored(Path file) {
        try {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            String key = root.relativize(file).toString().replace('\\', '/');
            return new Stored(key, about.size(), about.lastModifiedTime().toInstant());
        } catch (IOException e) {
            throw new StoreException("Cannot read the size of " + file + ": " + reason(e), e);
        }
    }

    /** Whoever puts what is there already means to use it: it is as young as if it had been put now. */
    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // it was deleted meanwhile, or is not ours: its age is of use to sweeping alone
        }
    }

    /** What killed processes have left. */
    private static void sweep(Path temporary) throws IOException {
        Instant old = Instant.now().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                if (!file.endsWith(LOCK)
                        && Files.exists(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path temporary() {
        return root.resolve(TEMPORARY).resolve(UUID.randomUUID().toString());
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a left-over in .tmp is never read
        }
    }

    private static String reason(IOException e) {
        return FullDisk.sentence(e).orElseGet(() -> e.getClass().getSimpleName() + " " + e.getMessage());
    }
}
