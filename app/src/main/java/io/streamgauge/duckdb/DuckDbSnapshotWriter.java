package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Collects rows in a DuckDB table, which moves them to disk beyond its memory, and writes them at the end. */
final class DuckDbSnapshotWriter implements SnapshotWriter {

    private static final AtomicLong TABLES = new AtomicLong();

    private final SnapshotId snapshot;
    private final DuckDb duckDb;
    private final String table;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final Path file;

    private DuckDbSnapshotWriter(
            SnapshotId snapshot,
            DuckDb duckDb,
            String table,
            DuckDBConnection connection,
            DuckDBAppender appender,
            Path file) {
        this.snapshot = snapshot;
        this.duckDb = duckDb;
        this.table = table;
        this.connection = connection;
        this.appender = appender;
        this.file = file;
    }

    static DuckDbSnapshotWriter open(SnapshotId snapshot, DuckDb duckDb, Path scratch) {
        String table = "received_" + TABLES.incrementAndGet();
        duckDb.execute("create table " + table + " (" + LandingTable.RECEIVED + ")");
        try {
            Path file = Files.createTempFile(scratch, snapshot.toString(), ".parquet");
            DuckDBConnection connection = duckDb.connectOnce();
            return new DuckDbSnapshotWriter(
                    snapshot, duckDb, table, connection, connection.createAppender(table), file);
        } catch (SQLException | IOException e) {
            throw new LakeException("Cannot begin snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }

    @Override
    public void append(LandingRow row) {
        try {
            appender.beginRow();
            LandingTable.append(appender, row);
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
            connection.commit();
            duckDb.execute(LandingTable.copy(crawl, table, file));
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
            duckDb.execute("drop table " + table);
            Files.deleteIfExists(file);
        } catch (SQLException | IOException e) {
            throw new LakeException("Cannot end snapshot " + snapshot + ": " + DuckDb.reason(e), e);
        }
    }
}
