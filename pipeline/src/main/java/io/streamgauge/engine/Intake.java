package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Forgotten;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the files of landing before anything is computed from them, and sets aside what is no snapshot. */
final class Intake {

    private final Store store;
    private final SnapshotFormat format;
    private final Path scratch;
    private final Forgotten forgotten;
    private final List<SetAside> aside = new ArrayList<>();

    /** @param forgotten channels that are cleaned out of what has landed */
    Intake(Store store, SnapshotFormat format, Path scratch, Forgotten forgotten) {
        this.forgotten = forgotten;
        this.store = store;
        this.format = format;
        this.scratch = scratch;
    }

    /** The snapshot in a file; empty, and the file set aside, where there is none. */
    Optional<DayLedger.Entry> read(Landing.Landed landed) {
        try {
            CrawlRecord crawl = format.readCrawl(store.local(landed.key()));
            if (!crawl.id().equals(landed.snapshot())) {
                throw new LakeException("the crawl record inside is of " + crawl.id());
            }
            if (crawl.complete() != landed.isComplete()) {
                throw new LakeException("the crawl record inside says that it is "
                        + (crawl.complete() ? "complete" : "partial") + ", its name says otherwise");
            }
            LandingCleaning.clean(store, format, landed.key(), forgotten);
            return Optional.of(new DayLedger.Entry(landed.key(), landed.bytes(), crawl));
        } catch (StoreException e) {
            throw e;
        } catch (LakeException e) {
            setAside(landed.key(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Reads every row of the files and sets aside those that cannot be read; true if there were any. */
    boolean setAsideUnreadable(List<DayLedger.Entry> entries) {
        int before = aside.size();
        for (DayLedger.Entry entry : entries) {
            try {
                format.verify(store.local(entry.key()));
            } catch (StoreException e) {
                throw e;
            } catch (LakeException e) {
                setAside(entry.key(), e.getMessage());
            }
        }
        return aside.size() > before;
    }

    /** Moves a file out of landing, its reason beside it. */
    void setAside(String key, String reason) {
        String target = "aside/" + key;
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, "reason", ".txt");
            try {
                Files.write(file, (reason + "\n").getBytes(StandardCharsets.UTF_8));
                store.putIfAbsent(target + ".reason.txt", file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        }
        store.move(key, target);
        aside.add(new SetAside(key, target, reason));
    }

    List<SetAside> aside() {
        return aside;
    }
}
