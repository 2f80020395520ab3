package io.streamgauge.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A lake that sees the landing area of another one beside its own, without a copy. The other one is never changed: what is
 * deleted or moved away here is only hidden here, by an empty object {@code hidden/<key>}, and what is written lies here and
 * is seen in place of the other's.
 */
public final class BorrowedLanding implements Store {

    private static final String LANDING = "landing/";
    private static final String HIDDEN = "hidden/";

    private final Store own;
    private final Store other;
    private final Path scratch;

    private BorrowedLanding(Store own, Store other, Path scratch) {
        this.own = own;
        this.other = other;
        this.scratch = scratch;
    }

    /** @param scratch a folder on this machine for files on their way into the own lake */
    public static Store of(Store own, Store other, Path scratch) {
        return new BorrowedLanding(own, ReadOnlyStore.of(other), scratch);
    }

    @Override
    public boolean putIfAbsent(String key, Path source) {
        return !isBorrowed(key) && own.putIfAbsent(key, source);
    }

    @Override
    public Optional<byte[]> read(String key) {
        Optional<byte[]> found = own.read(key);
        return found.isPresent() || !isBorrowed(key) ? found : other.read(key);
    }

    @Override
    public Path local(String key) {
        return (isBorrowed(key) ? other : own).local(key);
    }

    @Override
    public void prepare(Collection<String> keys) {
        own.prepare(keys.stream().filter(key -> !key.startsWith(LANDING)).toList());
        List<String> landed =
                keys.stream().filter(key -> key.startsWith(LANDING)).toList();
        if (landed.isEmpty()) {
            return;
        }
        Set<String> borrowed = landed.stream()
                .map(BorrowedLanding::folder)
                .distinct()
                .flatMap(folder -> borrowed(folder).stream())
                .map(Stored::key)
                .collect(Collectors.toSet());
        own.prepare(landed.stream().filter(key -> !borrowed.contains(key)).toList());
        other.prepare(landed.stream().filter(borrowed::contains).toList());
    }

    @Override
    public List<Stored> list(String prefix) {
        if (!prefix.startsWith(LANDING)) {
            return own.list(prefix);
        }
        TreeMap<String, Stored> all = new TreeMap<>();
        borrowed(prefix).forEach(stored -> all.put(stored.key(), stored));
        own.list(prefix).forEach(stored -> all.put(stored.key(), stored));
        return List.copyOf(all.values());
    }

    @Override
    public void move(String key, String newKey) {
        if (isBorrowed(key)) {
            own.delete(newKey);
            own.putIfAbsent(newKey, other.local(key));
        } else {
            own.move(key, newKey);
        }
        hide(key);
    }

    @Override
    public void delete(String key) {
        own.delete(key);
        hide(key);
    }

    @Override
    public boolean replace(String key, Optional<byte[]> expected, byte[] content) {
        return own.replace(key, expected, content);
    }

    @Override
    public Duration patience() {
        return own.patience();
    }

    @Override
    public String toString() {
        return own.toString();
    }

    /** Whether the key shows an object of the other lake. */
    private boolean isBorrowed(String key) {
        return key.startsWith(LANDING)
                && borrowed(folder(key)).stream()
                        .anyMatch(stored -> stored.key().equals(key));
    }

    private List<Stored> borrowed(String prefix) {
        List<Stored> theirs = other.list(prefix);
        if (theirs.isEmpty()) {
            return theirs;
        }
        Set<String> covered = new HashSet<>();
        own.list(prefix).forEach(stored -> covered.add(stored.key()));
        own.list(HIDDEN + prefix).forEach(stored -> covered.add(stored.key().substring(HIDDEN.length())));
        List<Stored> seen = new ArrayList<>(theirs);
        seen.removeIf(stored -> covered.contains(stored.key()));
        return seen;
    }

    private void hide(String key) {
        if (!isBorrowed(key)) {
            return;
        }
        try {
            Files.createDirectories(scratch);
            Path empty = Files.createTempFile(scratch, "hidden", "");
            try {
                own.putIfAbsent(HIDDEN + key, empty);
            } finally {
                Files.deleteIfExists(empty);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        }
    }

    private static String folder(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }
}
