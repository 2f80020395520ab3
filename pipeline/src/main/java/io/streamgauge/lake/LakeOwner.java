package io.streamgauge.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says to which environment a lake belongs: to the one that first wrote into it. No other may write there. */
public record LakeOwner(String environment) {

    private static final String KEY = "environment.json";

    /** The owner, empty as long as nobody has written there. */
    public static Optional<LakeOwner> of(Store store) {
        return store.read(KEY).map(json -> Json.read(json, LakeOwner.class, KEY + " in " + store));
    }

    /**
     * Makes the lake that of an environment, if it is nobody's.
     *
     * @param scratch a folder on this machine
     * @throws LakeException where it is another one's
     */
    public static void claim(Store store, String environment, Path scratch) {
        LakeOwner owner = of(store).orElseGet(() -> {
            put(store, new LakeOwner(environment), scratch);
            return of(store).orElseThrow();
        });
        owner.refusal(store, environment).ifPresent(refusal -> {
            throw new LakeException(refusal);
        });
    }

    /** Why an environment may not write there, as a sentence; empty where it may. */
    public Optional<String> refusal(Store store, String other) {
        return environment.equals(other)
                ? Optional.empty()
                : Optional.of("The lake " + store + " belongs to the environment '" + environment + "', and this is '"
                        + other + "', which may only read it");
    }

    private static void put(Store store, LakeOwner owner, Path scratch) {
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, "environment", ".json");
            try {
                Files.write(file, Json.bytes(owner));
                store.putIfAbsent(KEY, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        }
    }
}
