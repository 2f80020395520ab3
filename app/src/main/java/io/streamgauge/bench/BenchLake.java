package io.streamgauge.bench;

import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbEngine;
import io.streamgauge.duckdb.DuckDbMetadataFormat;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.duckdb.EmptyTables;
import io.streamgauge.duckdb.KnownCategories;
import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.engine.Engine;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A real lake of a made-up world, with the engine as {@code transform} has it. */
final class BenchLake implements AutoCloseable {

    private static final int MEGABYTES = 1024;
    private static final int READING_MEGABYTES = 512;
    private static final int COPYING_MEGABYTES = 384;
    private static final int DAYS_AT_ONCE = 7;

    /** Days that have something of their own; later ones repeat them, four weeks at a time. */
    private static final int OWN_DAYS = 28;

    private static final String SORTED = """
            select
                snapshot_at,
                cast(user_id as bigint) as channel_id,
                cast(id as bigint) as stream_id,
                game_id as category_id,
                language,
                viewer_count as viewers,
                cast(started_at as timestamp) as started_at
            from landing
            """;

    final Store store;
    final Ledger ledger;
    final Models models = Models.packed();
    final Transformer transformer;
    final DuckDb duckDb;
    private final DuckDbEngine engine;
    private final DuckDbSnapshotFormat format;
    private final Path scratch;
    private final Bench bench;
    private MadeWorld world;

    private BenchLake(Path folder, Bench bench) {
        this.bench = bench;
        this.scratch = folder.resolve("scratch");
        this.store = LocalStore.open(folder.resolve("lake"));
        this.ledger = new Ledger(store, Clock.systemUTC(), scratch);
        int threads = Runtime.getRuntime().availableProcessors();
        this.duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, threads, scratch));
        this.format = new DuckDbSnapshotFormat(duckDb, scratch);
        this.engine = new DuckDbEngine(duckDb);
        engine.prepare(models);
        this.transformer = new Transformer(store, ledger, format, models, engine, scratch);
    }

    static BenchLake open(Path folder, Bench bench) {
        return new BenchLake(folder, bench);
    }

    /** Adopts the first so many days of the world, those that the lake lacks; after four weeks they come again. */
    void fill(int days) {
        Set<LocalDate> there = ledger.current()
                .map(Publication::days)
                .map(map -> Set.copyOf(map.keySet()))
                .orElse(Set.of());
        List<AdoptedDay> made = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = MadeWorld.firstDay().plusDays(day);
            if (!there.contains(date)) {
                say("Making day " + (day + 1) + " of " + days);
                made.add(day < OWN_DAYS ? world().day(date) : repeated(date));
            }
            if (made.size() == DAYS_AT_ONCE || day == days - 1 && !made.isEmpty()) {
                say("Adopting " + made.size() + " days");
                transformer.adopt(made);
                made.clear();
            }
        }
    }

    private AdoptedDay repeated(LocalDate date) {
        DayLedger day = ledger.day(ledger.current().orElseThrow(), date.minusDays(OWN_DAYS));
        return new RepeatedDay(engine, models, store, scratch).later(day, OWN_DAYS);
    }

    /** Learns of every category what it is, once, and computes the figures that rest on it. */
    void learn() {
        if (CategoryMetadata.stateIn(store).keys().isEmpty()) {
            say("Learning what categories are");
            List<CategoryFacts> facts = new KnownCategories(duckDb, models, store, ledger)
                    .ids().stream().map(MadeGames::of).toList();
            new CategoryMetadata(store, Clock.systemUTC(), scratch)
                    .add(facts, new DuckDbMetadataFormat(duckDb, scratch));
        }
        transformer.update(Span.EVER, TransformListener.SILENT);
    }

    /** Lands snapshots of the day with that number, from 0. */
    void land(int day, int from, int to) {
        LocalDate date = MadeWorld.firstDay().plusDays(day);
        new MadeSnapshots(format, new Landing(store), scratch).land(world(), date, from, to);
    }

    /** Whether the day with that number, from 0, has its last snapshot in landing. */
    boolean hasLanded(int day) {
        Instant last = MadeWorld.start(MadeWorld.firstDay().plusDays(day + 1)).minusSeconds(MadeWorld.CADENCE_SECONDS);
        return new Landing(store).complete(SnapshotId.at(last)).isPresent();
    }

    /** How many snapshots there are in landing. */
    int landed() {
        return new Landing(store).list().size();
    }

    /** Reads a day's snapshots, and writes the columns of silver sorted as silver is; nothing else. */
    Path sortByOneQuery(LocalDate date) {
        Path file = scratch.resolve("sorted.parquet");
        List<Path> snapshots = new Landing(store)
                .list().stream()
                        .filter(landed -> landed.snapshot().date().equals(date))
                        .map(landed -> store.local(landed.key()))
                        .toList();
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put("landing", new Relation.Files(List.of(new Relation.Part(snapshots, null))));
        engine.write(
                new Query(SORTED, inputs, List.of("channel_id", "snapshot_at")),
                List.of(new Engine.Output(file, null)));
        return file;
    }

    /** The rows of a table in the published state. */
    long rows(String table) {
        Publication publication = ledger.current().orElseThrow();
        return publication.days().keySet().stream()
                .flatMap(date -> ledger.day(publication, date).files(table).stream())
                .mapToLong(TableFile::rows)
                .sum();
    }

    /** An engine of its own that reads, as the server has it. */
    DuckDb reading() {
        int threads = Runtime.getRuntime().availableProcessors();
        DuckDb reading = DuckDb.open(new DuckDbSettings(READING_MEGABYTES, threads, scratch));
        EmptyTables.create(reading, models);
        return reading;
    }

    /** An engine of its own that writes downloads, as the server has it. */
    DuckDb copying() {
        DuckDb copying = DuckDb.open(new DuckDbSettings(COPYING_MEGABYTES, 1, scratch));
        EmptyTables.create(copying, models);
        return copying;
    }

    Path scratch() {
        return scratch;
    }

    LakeAnalytics analytics(DuckDb reading) {
        return analytics(reading, Clock.systemUTC());
    }

    LakeAnalytics analytics(DuckDb reading, Clock clock) {
        return new LakeAnalytics(store, ledger, models, reading, clock);
    }

    void say(String line) {
        Consumer<String> progress = bench.progress();
        progress.accept(line);
    }

    private MadeWorld world() {
        if (world == null) {
            world = new MadeWorld(duckDb, engine, models, scratch, bench.streams());
        }
        return world;
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
