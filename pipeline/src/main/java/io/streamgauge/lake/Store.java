package io.streamgauge.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where the lake's objects lie. Keys are relative paths with {@code /}; objects are immutable but for pointers, which
 * {@link #replace} alone may change. Every method throws {@link StoreException} naming the key when the store fails.
 */
public interface Store {

    /** An object's key, its size in bytes, and when it was put last. */
    record Stored(String key, long bytes, Instant putAt) {}

    /**
     * Puts a copy of the file under the key at once and whole; false, and nothing changed but {@code putAt}, if the key is
     * taken. A taken key that is named by its content counts as put within the last hour then: whoever puts what is there
     * already means to use it.
     */
    boolean putIfAbsent(String key, Path source);

    /** The object's bytes, or empty where there is none. */
    Optional<byte[]> read(String key);

    /** A file on this machine with the object's bytes, for reading; it stays for at least an hour. */
    Path local(String key);

    /** Says that these objects will be asked for as files soon, so that a store that must fetch them can do so at once. */
    default void prepare(Collection<String> keys) {}

    /** All objects whose key starts with the prefix (a folder, ending in {@code /}), ordered by key. */
    List<Stored> list(String prefix);

    /**
     * Moves an object, in place of one that is there already; a missing source is no error, so that a move can be repeated.
     */
    void move(String key, String newKey);

    /** Removes an object; a missing one is no error. */
    void delete(String key);

    /**
     * Changes a pointer from what it was to something new, at once.
     *
     * @param expected the content that the caller read, or empty where there was none
     * @return false, and nothing changed, if the pointer holds something else by now
     */
    boolean replace(String key, Optional<byte[]> expected, byte[] content);

    /** How much time should pass between looks at a pointer by somebody who waits for it to change. */
    default Duration patience() {
        return Duration.ofMillis(300);
    }

    /** Gives free what it holds on this machine; it cannot be used afterwards. */
    default void close() {}

    /** Where the store lies, for messages. */
    @Override
    String toString();
}
