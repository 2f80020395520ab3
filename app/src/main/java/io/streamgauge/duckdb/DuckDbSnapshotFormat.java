package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Query;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Forgotten;
import io.streamgauge.lake.Json;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Snapshots as Parquet files, the crawl record in the file's own metadata. */
public final class DuckDbSnapshotFormat implements SnapshotFormat {

    static final String CRAWL = "streamgauge_crawl";

    private final DuckDb duckDb;
    private final Path scratch;

    /** @param scratch a folder for the rows of a snapshot in the making */
    public DuckDbSnapshotFormat(DuckDb duckDb, Path scratch) {
        this.duckDb = duckDb;
        this.scratch = scratch;
    }

    @Override
    public SnapshotWriter open(SnapshotId snapshot) {
        return DuckDbSnapshotWriter.open(snapshot, duckDb, scratch);
    }

    /** Writes a snapshot whose rows come from a query with the columns of landing, in their order. */
    public void write(Query rows, CrawlRecord crawl, Path file) {
        String record = new String(Json.bytes(crawl), StandardCharsets.UTF_8);
        duckDb.execute("copy (" + DuckDb.text(rows) + ") to " + DuckDb.quoted(file)
                + " (format parquet, compression zstd, row_group_size 30720, kv_metadata {" + CRAWL + ": "
                + DuckDb.quoted(record) + "})");
    }

    @Override
    public CrawlRecord readCrawl(Path file) {
        String quoted = DuckDb.quoted(file);
        try {
            Map<String, String> found = new HashMap<>();
            duckDb.select(
                    "describe select * from read_parquet(" + quoted + ", hive_partitioning = false)",
                    List.of(),
                    row -> found.put(row.text("column_name"), row.text("column_type")));
            LandingTable.TYPES.forEach((column, type) -> check(file, column, type, found.get(column)));
            List<String> crawl = duckDb.select(
                    "select decode(value) as crawl from parquet_kv_metadata(" + quoted + ") where decode(key) = ?",
                    List.of(CRAWL),
                    row -> row.text("crawl"));
            if (crawl.isEmpty()) {
                throw new LakeException("Cannot read snapshot " + file.getFileName() + ": it holds no crawl record");
            }
            return Json.read(
                    crawl.get(0).getBytes(StandardCharsets.UTF_8),
                    CrawlRecord.class,
                    "the crawl record of " + file.getFileName());
        } catch (EngineException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void readStreams(Path file, Consumer<LiveStream> each) {
        try {
            duckDb.select(
                    "select id, user_id, coalesce(language, '') as language from read_parquet(" + DuckDb.quoted(file)
                            + ", hive_partitioning = false) where problem is null and user_id not like '-%'",
                    List.of(),
                    row -> {
                        each.accept(new LiveStream(row.text("id"), row.text("user_id"), row.text("language")));
                        return true;
                    });
        } catch (EngineException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public Optional<Path> without(Path file, Forgotten forgotten) {
        try {
            return new ForgottenRows(duckDb, scratch, forgotten).cleaned(file);
        } catch (EngineException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void verify(Path file) {
        try {
            duckDb.select(
                    "select bit_xor(hash(given)) as checksum from read_parquet(" + DuckDb.quoted(file) + ") as given",
                    List.of(),
                    row -> true);
        } catch (EngineException e) {
            throw unreadable(file, e);
        }
    }

    private static void check(Path file, String column, String expected, String found) {
        boolean mayBeMissing = found == null && !LandingTable.NEEDED.contains(column);
        if (!mayBeMissing && !expected.equals(found)) {
            throw new LakeException("Cannot read snapshot " + file.getFileName() + ": column '" + column + "' is "
                    + (found == null ? "missing" : found) + ", expected " + expected);
        }
    }

    private static LakeException unreadable(Path file, EngineException e) {
        return new LakeException("Cannot read snapshot " + file.getFileName() + ": " + e.getMessage(), e);
    }
}
