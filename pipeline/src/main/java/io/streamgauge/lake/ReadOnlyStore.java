package io.streamgauge.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store that is only read: whoever tries to change it is refused, and nothing has happened. */
public final class ReadOnlyStore implements Store {

    private final Store store;

    private ReadOnlyStore(Store store) {
        this.store = store;
    }

    public static Store of(Store store) {
        return new ReadOnlyStore(store);
    }

    @Override
    public boolean putIfAbsent(String key, Path source) {
        throw refused(key);
    }

    @Override
    public Optional<byte[]> read(String key) {
        return store.read(key);
    }

    @Override
    public Path local(String key) {
        return store.local(key);
    }

    @Override
    public void prepare(Collection<String> keys) {
        store.prepare(keys);
    }

    @Override
    public List<Stored> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public void move(String key, String newKey) {
        throw refused(key);
    }

    @Override
    public void delete(String key) {
        throw refused(key);
    }

    @Override
    public boolean replace(String key, Optional<byte[]> expected, byte[] content) {
        throw refused(key);
    }

    @Override
    public Duration patience() {
        return store.patience();
    }

    @Override
    public String toString() {
        return store.toString();
    }

    private LakeException refused(String key) {
        return new LakeException("The lake " + store + " is open for reading alone: " + key + " stays as it is");
    }
}
