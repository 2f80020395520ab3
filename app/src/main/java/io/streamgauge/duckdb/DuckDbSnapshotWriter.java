package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Query;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.FullDisk;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Collects rows in a file of JSON lines, which DuckDB turns into Parquet at the end without holding it in memory. */
final class DuckDbSnapshotWriter implements SnapshotWriter {

    private final SnapshotId snapshot;
    private final DuckDb duckDb;
    private final Path received;
    private final Path file;
    private final LandingLines lines;

    /** Why a row could not be written: those that follow it cannot be either. */
    private Optional<LakeException> broken = Optional.empty();

    private DuckDbSnapshotWriter(SnapshotId snapshot, DuckDb duckDb, Path received, Path file) throws IOException {
        this.snapshot = snapshot;
        this.duckDb = duckDb;
        this.received = received;
        this.file = file;
        this.lines = new LandingLines(Files.newOutputStream(received));
    }

    static DuckDbSnapshotWriter open(SnapshotId snapshot, DuckDb duckDb, Path scratch) {
        try {
            Files.createDirectories(scratch);
            Path received = Files.createTempFile(scratch, snapshot.toString(), ".jsonl");
            Path file = Files.createTempFile(scratch, snapshot.toString(), ".parquet");
            return new DuckDbSnapshotWriter(snapshot, duckDb, received, file);
        } catch (IOException e) {
            throw new LakeException("Cannot begin snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    @Override
    public void append(LandingRow row) {
        if (broken.isPresent()) {
            throw broken.get();
        }
        try {
            lines.write(snapshot.at(), row);
        } catch (JacksonException e) {
            String reason = FullDisk.sentence(e).orElseGet(e::getOriginalMessage);
            broken = Optional.of(new LakeException(
                    "Cannot keep row " + row.position() + " of snapshot " + snapshot + ": " + reason, e));
            throw broken.get();
        }
    }

    @Override
    public Path finish(CrawlRecord crawl) {
        try {
            lines.close();
            Query rows = new Query(LandingTable.select(received), new LinkedHashMap<>(), List.of());
            new DuckDbSnapshotFormat(duckDb, file.getParent()).write(rows, crawl, file);
            return file;
        } catch (JacksonException | EngineException e) {
            throw new LakeException("Cannot write snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (JacksonException e) {
            // what could not be written is not wanted any more
        }
        try {
            Files.deleteIfExists(received);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LakeException("Cannot end snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }
}
