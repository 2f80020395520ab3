package io.streamgauge.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of categories beyond their names: immutable files in {@code metadata/}, and a pointer that says which of them
 * hold. Each batch that was fetched is kept at once, so that nothing is asked for twice after a restart.
 */
public final class CategoryMetadata {

    private static final String FOLDER = "metadata/";
    private static final String CURRENT = FOLDER + "current.json";

    /** More files than these are made into one. */
    private static final int MOST_FILES = 32;

    /** Readers may still be at files that were merged. */
    private static final Duration READ = Duration.ofMinutes(10);

    private final Store store;
    private final Clock clock;
    private final Path scratch;

    /** @param scratch a folder on this machine for files on their way into the store */
    public CategoryMetadata(Store store, Clock clock, Path scratch) {
        this.store = store;
        this.clock = clock;
        this.scratch = scratch;
    }

    /** Which files hold; the version is a hash of their names, empty where nothing is known. */
    public record State(String version, List<String> keys) {

        /** The files on this machine. */
        public List<Path> files(Store store) {
            return keys.stream().map(store::local).toList();
        }
    }

    private record Pointer(List<String> files) {}

    /** What is known now. */
    public State state() {
        return stateIn(store);
    }

    /** What is known now in the lake that lies in a store. */
    public static State stateIn(Store store) {
        Optional<byte[]> pointer = store.read(CURRENT);
        return new State(pointer.map(ContentHash::of).orElse(""), files(pointer));
    }

    /** The version of the state, which costs less to ask for than the state. */
    public static String versionIn(Store store) {
        return store.read(CURRENT).map(ContentHash::of).orElse("");
    }

    /** When each category was asked about last. */
    public Map<String, Instant> fetchedAt(MetadataFormat format) {
        return format.fetchedAt(state().files(store));
    }

    /**
     * Keeps what was learnt.
     *
     * @throws LakeException where another process keeps changing the same lake's metadata
     */
    public void add(List<CategoryFacts> facts, MetadataFormat format) {
        if (!facts.isEmpty()) {
            String key = put(file -> format.write(facts, file));
            change(known -> {
                List<String> all = new ArrayList<>(known);
                all.add(key);
                return List.copyOf(all);
            });
            tidy(format);
        }
    }

    private interface Writing {
        void to(Path file);
    }

    private interface Change {
        List<String> of(List<String> files);
    }

    private void tidy(MetadataFormat format) {
        List<String> before = files(store.read(CURRENT));
        if (before.size() > MOST_FILES) {
            String merged =
                    put(file -> format.merge(before.stream().map(store::local).toList(), file));
            change(known -> {
                List<String> all = new ArrayList<>(List.of(merged));
                known.stream().filter(key -> !before.contains(key)).forEach(all::add);
                return List.copyOf(all);
            });
        }
        List<String> held = files(store.read(CURRENT));
        Instant old = clock.instant().minus(READ);
        store.list(FOLDER).stream()
                .filter(object -> object.key().endsWith(".parquet") && !held.contains(object.key()))
                .filter(object -> object.putAt().isBefore(old))
                .forEach(object -> store.delete(object.key()));
    }

    private void change(Change change) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Optional<byte[]> before = store.read(CURRENT);
            if (store.replace(CURRENT, before, Json.bytes(new Pointer(change.of(files(before)))))) {
                return;
            }
        }
        throw new LakeException("Cannot replace " + CURRENT + " in " + store + ": others keep changing it");
    }

    private String put(Writing writing) {
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, "metadata", ".parquet");
            try {
                writing.to(file);
                String time = clock.instant().toString().replaceAll("[-:]", "").replaceAll("\\.\\d+", "");
                String key = FOLDER + time + "-" + ContentHash.of(file) + ".parquet";
                store.putIfAbsent(key, file);
                return key;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot keep metadata in " + store + ": " + e.getMessage(), e);
        }
    }

    private static List<String> files(Optional<byte[]> pointer) {
        return pointer.map(json -> Json.read(json, Pointer.class, CURRENT).files())
                .orElse(List.of());
    }
}
