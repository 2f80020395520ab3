package io.streamgauge.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The last runs, a file for each in {@code ledger/runs}; older ones than the last two hundred are deleted. */
public final class RunHistory {

    private static final String FOLDER = "ledger/runs/";
    private static final int KEPT = 200;

    private final Store store;
    private final Path scratch;

    /** @param scratch a folder on this machine for files on their way into the store */
    public RunHistory(Store store, Path scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    public void add(Run run) {
        byte[] content = Json.bytes(run);
        String time = run.startedAt().toString().replaceAll("[-:]", "");
        String key = FOLDER + time + "-" + ContentHash.of(content) + ".json";
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, "run", ".json");
            try {
                Files.write(file, content);
                store.putIfAbsent(key, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot write " + key + ": " + e.getMessage(), e);
        }
        List<Store.Stored> all = store.list(FOLDER);
        all.subList(0, Math.max(0, all.size() - KEPT)).forEach(old -> store.delete(old.key()));
    }

    /** The last runs, the latest first. */
    public List<Run> last(int most) {
        List<Store.Stored> all = store.list(FOLDER);
        List<Run> runs = new ArrayList<>();
        for (int at = all.size() - 1; at >= 0 && runs.size() < most; at--) {
            String key = all.get(at).key();
            store.read(key).ifPresent(json -> runs.add(Json.read(json, Run.class, key)));
        }
        return Collections.unmodifiableList(runs);
    }

    /** All that is kept, the latest first. */
    public List<Run> all() {
        return last(KEPT);
    }
}
