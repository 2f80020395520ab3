package io.streamgauge.lake;

import java.nio.file.Path;

/** Takes the rows of one crawl as they arrive and makes one Parquet file of them. Holds no more than a few pages in memory. */
public interface SnapshotWriter extends AutoCloseable {

    void append(LandingRow row);

    /** Writes the file, the crawl record inside it, and returns where it lies; the file goes away on {@link #close()}. */
    Path finish(CrawlRecord crawl);

    /** Removes all that is left of the work, finished or not. */
    @Override
    void close();
}
