package io.streamgauge.lake;

import java.nio.file.Path;
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
     * Tells each row of a snapshot's file that fits, repeats included.
     *
     * @throws LakeException where one cannot be read
     */
    void readStreams(Path file, Consumer<LiveStream> each);

    /**
     * Reads every row of a snapshot's file.
     *
     * @throws LakeException where one cannot be read
     */
    void verify(Path file);
}
