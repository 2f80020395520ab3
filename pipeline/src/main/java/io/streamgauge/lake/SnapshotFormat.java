package io.streamgauge.lake;

import java.nio.file.Path;

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
     * Reads every row of a snapshot's file.
     *
     * @throws LakeException where one cannot be read
     */
    void verify(Path file);
}
