package io.streamgauge.lake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** How snapshots are written to and read from files. */
public interface SnapshotFormat {

    SnapshotWriter open(SnapshotId snapshot);

    /**
     * The crawl record inside a snapshot's file.
     *
     * @throws LakeException where the file is no Parquet file, is cut short, lacks a column or holds no crawl record
     */
    CrawlRecord readCrawl(Path file);

    /**
     * A live stream in a snapshot, by what it was sent as; the language may be empty.
     *
     * @param id of the broadcast
     * @param userId of its channel
     */
    record LiveStream(String id, String userId, String language) {}

    /**
     * Tells each row of a snapshot's file that fits, repeats included, but for those of channels that were removed.
     *
     * @throws LakeException where one cannot be read
     */
    void readStreams(Path file, Consumer<LiveStream> each);

    /**
     * The same snapshot with the number of each forgotten channel in place of all that tells of it, in a file that is the
     * caller's to delete; empty where no such channel is in it.
     *
     * @throws LakeException where it cannot be read or written
     */
    Optional<Path> without(Path file, Forgotten forgotten);

    /**
     * Reads every row of a snapshot's file.
     *
     * @throws LakeException where one cannot be read
     */
    void verify(Path file);
}
