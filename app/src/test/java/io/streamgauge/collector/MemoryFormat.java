package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Forgotten;
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
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps rows and crawl records in memory; its files hold a number by which they are found. */
final class MemoryFormat implements SnapshotFormat {

    private final Path folder;
    private final List<LandingRow> rows = new ArrayList<>();
    private final List<CrawlRecord> finished = new ArrayList<>();
    private final List<List<LandingRow>> finishedRows = new ArrayList<>();
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
                    finished.add(crawl);
                    finishedRows.add(List.copyOf(rows));
                    return Files.writeString(file, String.valueOf(finished.size() - 1));
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
        return finished.get(number(file));
    }

    @Override
    public void readStreams(Path file, Consumer<LiveStream> each) {
        finishedRows.get(number(file)).stream()
                .filter(row -> row.problem() == null)
                .forEach(row -> each.accept(new LiveStream(row.id(), row.userId(), row.language())));
    }

    @Override
    public Optional<Path> without(Path file, Forgotten forgotten) {
        throw new UnsupportedOperationException("A crawl removes nobody");
    }

    private static int number(Path file) {
        try {
            return Integer.parseInt(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void verify(Path file) {
        readCrawl(file);
    }
}
