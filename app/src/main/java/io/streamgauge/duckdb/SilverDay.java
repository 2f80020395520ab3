package io.streamgauge.duckdb;

import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.engine.Engine;
import io.streamgauge.engine.Query;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LakeException;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Makes the silver tables of one day straight from observations, without landing, for histories that are made up. The files
 * are those that the models would give. For one thread.
 */
public final class SilverDay implements AutoCloseable {

    private static final AtomicLong MADE = new AtomicLong();
    private static final String UPDATES = "silver_stream_updates";
    private static final String CHANNELS = "silver_channel_names";
    private static final String CATEGORIES = "silver_category_names";
    private static final String TITLES = "silver_broadcast_titles";
    private static final List<String> TABLES = List.of(UPDATES, CHANNELS, CATEGORIES, TITLES);

    private final LocalDate date;
    private final DuckDb duckDb;
    private final Engine engine;
    private final Models models;
    private final Path scratch;
    private final String suffix = "_made_" + MADE.incrementAndGet();
    private final List<CrawlRecord> crawls = new ArrayList<>();
    private final Sightings<Long, Name> channels = new Sightings<>();
    private final Sightings<String, String> categories = new Sightings<>();
    private final Sightings<Long, Title> titles = new Sightings<>();

    /**
     * One live broadcast at one snapshot; its category's id and name are empty where it has none.
     *
     * @param tags null where there are none to be told
     */
    public record Observation(
            long channelId,
            String login,
            String name,
            long streamId,
            String categoryId,
            String categoryName,
            String language,
            long viewers,
            Instant startedAt,
            String title,
            List<String> tags) {}

    private record Name(String login, String name) {}

    private record Title(long channelId, String title, List<String> tags) {}

    private interface Appending<T> {
        void to(DuckDBAppender rows, T value) throws SQLException;
    }

    /** @param engine the engine on that instance */
    public SilverDay(LocalDate date, DuckDb duckDb, Engine engine, Models models, Path scratch) {
        this.date = date;
        this.duckDb = duckDb;
        this.engine = engine;
        this.models = models;
        this.scratch = scratch;
        for (String table : TABLES) {
            duckDb.execute("create table " + table + suffix + " as from " + DuckDb.emptyTable(table));
        }
    }

    /** Adds a complete snapshot of the day, one observation for each channel; snapshots come oldest first. */
    public void add(CrawlRecord crawl, Iterable<Observation> observations) {
        Instant at = crawl.snapshotAt();
        crawls.add(crawl);
        try (DuckDBConnection connection = duckDb.connectOnce();
                DuckDBAppender appender = connection.createAppender(UPDATES + suffix)) {
            for (Observation one : observations) {
                appender.beginRow();
                appender.appendEpochMicros(at.getEpochSecond() * 1_000_000);
                appender.append(one.channelId());
                appender.append(one.streamId());
                appender.append(one.categoryId());
                appender.append(one.language());
                appender.append(one.viewers());
                appender.appendEpochMicros(one.startedAt().getEpochSecond() * 1_000_000);
                appender.endRow();
                channels.see(one.channelId(), new Name(one.login(), one.name()), at);
                titles.see(one.streamId(), new Title(one.channelId(), one.title(), one.tags()), at);
                if (!one.categoryId().isEmpty() && !one.categoryName().isEmpty()) {
                    categories.see(one.categoryId(), one.categoryName(), at);
                }
            }
            appender.flush();
            connection.commit();
            appendSightings(at);
        } catch (SQLException e) {
            throw new LakeException("Cannot keep snapshot " + crawl.id() + ": " + DuckDb.reason(e), e);
        }
    }

    /** The day's files, sorted. */
    public AdoptedDay finish() {
        try {
            appendSightings(Instant.MAX);
            Map<String, AdoptedDay.File> files = new HashMap<>();
            for (String table : TABLES) {
                Path file = Files.createTempFile(scratch, table, ".parquet");
                Model model = models.get(table);
                Query query = new Query(model.merged(table + suffix), new LinkedHashMap<>(), model.order());
                long rows = engine.write(query, List.of(new Engine.Output(file, null)))
                        .get(0);
                files.put(table, new AdoptedDay.File(file, rows));
            }
            return new AdoptedDay(date, List.copyOf(crawls), files);
        } catch (SQLException | IOException e) {
            throw new LakeException("Cannot write the tables of " + date + ": " + DuckDb.reason(e), e);
        }
    }

    /** Keeps what ended before a snapshot. */
    private void appendSightings(Instant at) throws SQLException {
        append(CHANNELS, channels.endedBefore(at), (rows, seen) -> rows.append(seen.key())
                .append(seen.value().login())
                .append(seen.value().name()));
        append(CATEGORIES, categories.endedBefore(at), (rows, seen) -> rows.append(seen.key())
                .append(seen.value()));
        append(TITLES, titles.endedBefore(at), (rows, seen) -> rows.append(
                        seen.value().channelId())
                .append(seen.key())
                .append(seen.value().title())
                .append(seen.value().tags()));
    }

    private <K, V> void append(String table, List<Sightings.Seen<K, V>> ended, Appending<Sightings.Seen<K, V>> columns)
            throws SQLException {
        try (DuckDBConnection connection = duckDb.connectOnce();
                DuckDBAppender rows = connection.createAppender(table + suffix)) {
            for (Sightings.Seen<K, V> seen : ended) {
                rows.beginRow();
                columns.to(rows, seen);
                rows.appendEpochMicros(seen.first().getEpochSecond() * 1_000_000);
                rows.appendEpochMicros(seen.last().getEpochSecond() * 1_000_000);
                rows.endRow();
            }
            rows.flush();
            connection.commit();
        }
    }

    @Override
    public void close() {
        for (String table : TABLES) {
            duckDb.execute("drop table if exists " + table + suffix);
        }
    }
}
