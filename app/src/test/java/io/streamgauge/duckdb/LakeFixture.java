package io.streamgauge.duckdb;

import io.streamgauge.engine.Binder;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.TransformResult;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A real lake in a folder, with a real engine, for tests that land snapshots and look at what comes of them. */
public final class LakeFixture implements AutoCloseable {

    public static final long CADENCE = 900;

    public final Store store;
    public final Ledger ledger;
    public final Models models;
    public final DuckDb duckDb;
    public final DuckDbSnapshotFormat format;
    public final Path scratch;
    private final Landing landing;
    public final DuckDbEngine engine;
    public final Transformer transformer;

    private LakeFixture(Path folder, int threads, Models models, Clock clock) {
        this.models = models;
        scratch = folder.resolve("scratch");
        store = LocalStore.open(folder.resolve("lake"));
        ledger = new Ledger(store, clock, scratch);
        landing = new Landing(store);
        duckDb = DuckDb.open(new DuckDbSettings(512, threads, scratch));
        format = new DuckDbSnapshotFormat(duckDb, scratch);
        engine = new DuckDbEngine(duckDb);
        engine.prepare(models);
        transformer = new Transformer(store, ledger, format, models, engine, scratch);
    }

    public static LakeFixture in(Path folder) {
        return new LakeFixture(folder, 1, Models.packed(), Clock.systemUTC());
    }

    /** A lake that other models work on. */
    public static LakeFixture in(Path folder, Models models) {
        return new LakeFixture(folder, 1, models, Clock.systemUTC());
    }

    /** A lake at a time of its own. */
    public static LakeFixture at(Instant now, Path folder) {
        return at(now, folder, Models.packed());
    }

    /** The same with other models. */
    static LakeFixture at(Instant now, Path folder, Models models) {
        return new LakeFixture(folder, 1, models, Clock.fixed(now, ZoneOffset.UTC));
    }

    static LakeFixture in(Path folder, int threads) {
        return new LakeFixture(folder, threads, Models.packed(), Clock.systemUTC());
    }

    /** Lands a complete snapshot. */
    public void land(Instant at, LandingRow... rows) {
        land(at, true, List.of(rows));
    }

    public void land(Instant at, boolean complete, List<LandingRow> rows) {
        land(at, complete, rows, 0, null);
    }

    /** Lands a complete snapshot of another cadence. */
    public void land(Instant at, Duration cadence, List<LandingRow> rows) {
        land(at, cadence.toSeconds(), true, rows, 0, null);
    }

    /** Lands a snapshot whose crawl had a second look. */
    public void land(Instant at, boolean complete, List<LandingRow> rows, int recovered, CrawlRecord.Capture capture) {
        land(at, CADENCE, complete, rows, recovered, capture);
    }

    private void land(
            Instant at,
            long cadenceSeconds,
            boolean complete,
            List<LandingRow> rows,
            int recovered,
            CrawlRecord.Capture capture) {
        CrawlRecord crawl = new CrawlRecord(
                at,
                at,
                at.plusSeconds(60),
                cadenceSeconds,
                "walk",
                complete,
                complete ? null : "cut short",
                1,
                rows.size(),
                0,
                recovered,
                0,
                Map.of("200", 1),
                0,
                false,
                1,
                capture,
                null);
        try (SnapshotWriter writer = format.open(SnapshotId.at(at))) {
            int position = 1;
            for (LandingRow row : rows) {
                writer.append(positioned(row, position++));
            }
            landing.put(writer.finish(crawl), crawl);
        }
    }

    public static LandingRow row(long stream, long channel, String category, long viewers) {
        return row(stream, channel, category, viewers, "A title", List.of("English"));
    }

    public static LandingRow row(
            long stream, long channel, String category, long viewers, String title, List<String> tags) {
        return new LandingRow(
                Instant.EPOCH,
                1,
                0,
                "" + stream,
                "" + channel,
                "login" + channel,
                "Name" + channel,
                category,
                category.isEmpty() ? "" : "Category " + category,
                "live",
                title,
                tags,
                viewers,
                "2026-01-05T09:00:00Z",
                "en",
                "",
                List.of(),
                false,
                null,
                null,
                null);
    }

    private static LandingRow positioned(LandingRow row, int position) {
        return new LandingRow(
                row.observedAt(),
                row.page(),
                position,
                row.id(),
                row.userId(),
                row.userLogin(),
                row.userName(),
                row.gameId(),
                row.gameName(),
                row.type(),
                row.title(),
                row.tags(),
                row.viewerCount(),
                row.startedAt(),
                row.language(),
                row.thumbnailUrl(),
                row.tagIds(),
                row.isMature(),
                row.extra(),
                row.problem(),
                row.raw());
    }

    public TransformResult transform() {
        return transformer.update(Span.EVER, TransformListener.SILENT);
    }

    public TransformResult rebuild() {
        return transformer.rebuild(TransformListener.SILENT);
    }

    /** Rows of a table kept by day. */
    public <T> List<T> select(String sql, List<String> tables, Function<Row, T> each) {
        Tables published =
                new Tables(models, store, State.of(ledger, ledger.current().orElseThrow()));
        Query query = new Binder(models, published).query(sql, tables, List.of(), Map.of(), Map.of());
        return duckDb.select(query, List.of(), each);
    }

    /** Keys of all that is published, the content being in the name. */
    public List<String> publishedKeys() {
        List<String> keys = new ArrayList<>();
        var publication = ledger.current().orElseThrow();
        publication.days().forEach((date, key) -> {
            keys.add(key);
            ledger.day(publication, date)
                    .tables()
                    .values()
                    .forEach(files -> files.forEach(file -> keys.add(file.key())));
        });
        publication.periods().values().forEach(files -> files.forEach(file -> keys.add(file.key())));
        return keys.stream().sorted().toList();
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
