package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps rows in memory; its files hold the crawl record as text. */
final class MemoryFormat implements SnapshotFormat {

    private final Path folder;
    private final List<LandingRow> rows = new ArrayList<>();
    private int open;

    MemoryFormat(Path folder) {
        this.folder = folder;
    }

    /** The rows of the last snapshot begun. */
    List<LandingRow> rows() {
        return List.copyOf(rows);
    }

    int open() {
        return open;
    }

    @Override
    public SnapshotWriter open(SnapshotId snapshot) {
        rows.clear();
        open++;
        Path file = folder.resolve(snapshot + ".txt");
        return new SnapshotWriter() {

            @Override
            public void append(LandingRow row) {
                rows.add(row);
            }

            @Override
            public Path finish(CrawlRecord crawl) {
                try {
                    return Files.writeString(file, crawl.toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                open--;
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public CrawlRecord readCrawl(Path file) {
        throw new LakeException("Not kept in " + file);
    }

    @Override
    public void verify(Path file) {
        readCrawl(file);
    }
}
