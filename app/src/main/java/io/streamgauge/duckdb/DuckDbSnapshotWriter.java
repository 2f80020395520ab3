package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Json;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Collects rows in a table of its own DuckDB instance, which moves them to disk beyond its memory, and writes them at the end. */
final class DuckDbSnapshotWriter implements SnapshotWriter {

    private static final String TABLE = "received";

    private final SnapshotId snapshot;
    private final DuckDb duckDb;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final Path file;

    private DuckDbSnapshotWriter(
            SnapshotId snapshot, DuckDb duckDb, DuckDBConnection connection, DuckDBAppender appender, Path file) {
        this.snapshot = snapshot;
        this.duckDb = duckDb;
        this.connection = connection;
        this.appender = appender;
        this.file = file;
    }

    static DuckDbSnapshotWriter open(SnapshotId snapshot, DuckDbSettings settings) {
        DuckDb duckDb = DuckDb.open(settings);
        try {
            duckDb.execute("create table " + TABLE + " (" + LandingTable.COLUMNS + ")");
            DuckDBConnection connection = duckDb.connect();
            Path file = Files.createTempFile(settings.scratch(), snapshot.toString(), ".parquet");
            return new DuckDbSnapshotWriter(snapshot, duckDb, connection, connection.createAppender(TABLE), file);
        } catch (SQLException | IOException e) {
            duckDb.close();
            throw new LakeException("Cannot begin snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    @Override
    public void append(LandingRow row) {
        try {
            appender.beginRow();
            appender.appendEpochMicros(micros(snapshot.at()));
            appender.appendEpochMicros(micros(row.observedAt()));
            appender.append(row.page());
            appender.append(row.position());
            appender.append(row.id());
            appender.append(row.userId());
            appender.append(row.userLogin());
            appender.append(row.userName());
            appender.append(row.gameId());
            appender.append(row.gameName());
            appender.append(row.type());
            appender.append(row.title());
            append(row.tags());
            appender.append(row.viewerCount());
            appender.append(row.startedAt());
            appender.append(row.language());
            appender.append(row.thumbnailUrl());
            append(row.tagIds());
            appender.append(row.isMature());
            appender.append(row.extra());
            appender.append(row.problem());
            appender.append(row.raw());
            appender.endRow();
        } catch (SQLException e) {
            throw new LakeException(
                    "Cannot keep row " + row.position() + " of snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    @Override
    public Path finish(CrawlRecord crawl) {
        try {
            appender.close();
            String record = new String(Json.bytes(crawl), StandardCharsets.UTF_8);
            duckDb.execute("copy " + TABLE + " to " + DuckDb.quoted(file)
                    + " (format parquet, compression zstd, row_group_size 30720, kv_metadata {"
                    + DuckDbSnapshotFormat.CRAWL + ": " + DuckDb.quoted(record) + "})");
            return file;
        } catch (SQLException | EngineException e) {
            throw new LakeException("Cannot write snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
            connection.close();
            duckDb.close();
            Files.deleteIfExists(file);
        } catch (SQLException | IOException e) {
            throw new LakeException("Cannot end snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    private void append(List<String> list) throws SQLException {
        if (list == null) {
            appender.appendNull();
        } else {
            appender.append(list);
        }
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }
}
