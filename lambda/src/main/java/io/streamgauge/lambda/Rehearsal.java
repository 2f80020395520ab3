package io.streamgauge.lambda;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Does once, at the start, what is slow the first time: loads DuckDB's library, writes a snapshot and reads it. All of it is
 * thrown away, so that a snapshot of the function's memory holds no engine, no connection, no credential and nothing
 * that ought to be unique; nobody is called.
 */
final class Rehearsal {

    private static final Instant SOME_TIME = Instant.EPOCH;

    private Rehearsal() {}

    static void hold(Workplace place) {
        place.clear();
        Secrets.open().close();
        try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(Crawl.MEGABYTES, 1, place.scratch()))) {
            DuckDbSnapshotFormat format = new DuckDbSnapshotFormat(duckDb, place.scratch());
            try (SnapshotWriter writer = format.open(SnapshotId.at(SOME_TIME))) {
                writer.append(row());
                Path file = writer.finish(record());
                format.readCrawl(file);
                format.readStreams(file, new ArrayList<>()::add);
            }
        }
        place.clear();
    }

    private static LandingRow row() {
        return new LandingRow(
                SOME_TIME,
                1,
                1,
                "1",
                "1",
                "one",
                "One",
                "1",
                "A game",
                "live",
                "A title",
                List.of("tag"),
                1L,
                SOME_TIME.toString(),
                "en",
                "",
                List.of(),
                false,
                null,
                null,
                null);
    }

    private static CrawlRecord record() {
        return new CrawlRecord(
                SOME_TIME, SOME_TIME, SOME_TIME, 900, "walk", true, null, 1, 1, 0, 0, 0, Map.of("200", 1), 0, true);
    }
}
