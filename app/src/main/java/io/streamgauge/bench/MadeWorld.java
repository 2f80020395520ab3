package io.streamgauge.bench;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.engine.Engine;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LakeException;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A made-up Twitch that is made by SQL alone, a day at a time and fast: the sizes, habits, languages and categories are
 * distributed as in the simulator. The same size gives the same world.
 */
final class MadeWorld {

    static final long CADENCE_SECONDS = 900;

    private static final String UPDATES = "silver_stream_updates";

    private static final Map<String, String> NAMES = Map.of("silver_channel_names", """
            select
                channel_id,
                lower(to_base(cast(hash(channel_id) % 2821109907456 as bigint), 36, 8)) as login,
                to_base(cast(hash(channel_id) % 2821109907456 as bigint), 36, 8) as name,
                min(snapshot_at) as first_seen_at,
                max(snapshot_at) as last_seen_at
            from updates
            group by channel_id
            """, "silver_category_names", """
            select
                category_id,
                'Category ' || category_id as name,
                min(snapshot_at) as first_seen_at,
                max(snapshot_at) as last_seen_at
            from updates
            where category_id <> ''
            group by category_id
            """);

    private final DuckDb duckDb;
    private final Engine engine;
    private final Models models;
    private final Path scratch;
    private final Path channels;
    private final int streams;

    /**
     * @param engine the engine on that instance
     * @param scratch a folder for files in the making
     */
    MadeWorld(DuckDb duckDb, Engine engine, Models models, Path scratch, int streams) {
        this.duckDb = duckDb;
        this.engine = engine;
        this.models = models;
        this.scratch = scratch;
        this.streams = streams;
        this.channels = scratch.resolve("channels.parquet");
        write(new Query(Population.channels(streams), new LinkedHashMap<>(), List.of("channel")), channels);
    }

    /** A day that is over, for a lake to adopt. */
    AdoptedDay day(LocalDate date) {
        Map<String, AdoptedDay.File> files = new HashMap<>();
        Model model = models.get(UPDATES);
        Path updates = temporary(UPDATES);
        files.put(UPDATES, new AdoptedDay.File(updates, write(live(date, model.order()), updates)));
        NAMES.forEach((table, sql) -> {
            Path file = temporary(table);
            Query query =
                    new Query(sql, of("updates", updates), models.get(table).order());
            files.put(table, new AdoptedDay.File(file, write(query, file)));
        });
        return new AdoptedDay(date, crawls(updates), files);
    }

    /** A day's observations, the earliest first. */
    Path observations(LocalDate date) {
        Path file = temporary(UPDATES);
        write(live(date, List.of("snapshot_at", "viewers desc", "channel_id")), file);
        return file;
    }

    /** The crawl records of the snapshots in a file of observations. */
    List<CrawlRecord> crawls(Path observations) {
        return duckDb.select(
                new Query(
                        "select snapshot_at, count(*) as live from updates group by snapshot_at order by snapshot_at",
                        of("updates", observations),
                        List.of()),
                List.of(),
                row -> crawl(row.instant("snapshot_at"), (int) row.number("live")));
    }

    static LinkedHashMap<String, Relation> of(String name, Path file) {
        LinkedHashMap<String, Relation> relations = new LinkedHashMap<>();
        relations.put(name, new Relation.Files(List.of(new Relation.Part(List.of(file), null))));
        return relations;
    }

    private Query live(LocalDate date, List<String> order) {
        return new Query(Observations.of(date, Population.count(streams)), of("channels", channels), order);
    }

    private long write(Query query, Path file) {
        return engine.write(query, List.of(new Engine.Output(file, null))).get(0);
    }

    private Path temporary(String name) {
        try {
            return Files.createTempFile(scratch, name, ".parquet");
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        }
    }

    static CrawlRecord crawl(Instant at, int rows) {
        return new CrawlRecord(
                at,
                at,
                at.plusSeconds(300),
                CADENCE_SECONDS,
                "walk",
                true,
                null,
                (rows + 99) / 100,
                rows,
                0,
                0,
                0,
                Map.of("200", (rows + 99) / 100),
                0,
                true);
    }

    /** The world's first day, a Monday. */
    static LocalDate firstDay() {
        return LocalDate.of(2024, 1, 1);
    }

    static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
