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

    private static final AtomicLong TABLES = new AtomicLong();
    private static final String UPDATES = "silver_stream_updates";
    private static final String CHANNELS = "silver_channel_names";
    private static final String CATEGORIES = "silver_category_names";

    private final LocalDate date;
    private final DuckDb duckDb;
    private final Engine engine;
    private final Models models;
    private final Path scratch;
    private final String suffix = "_made_" + TABLES.incrementAndGet();
    private final List<CrawlRecord> crawls = new ArrayList<>();
    private final Map<Long, Named> channels = new HashMap<>();
    private final Map<String, Named> categories = new HashMap<>();
    private final List<Named> former = new ArrayList<>();

    /** One live broadcast at one snapshot; its category's id and name are empty where it has none. */
    public record Observation(
            long channelId,
            String login,
            String name,
            long streamId,
            String categoryId,
            String categoryName,
            String language,
            long viewers,
            Instant startedAt) {}

    /** A channel or category under one name, and when it was seen so; a category has no login. */
    private static final class Named {

        private final long channelId;
        private final String categoryId;
        private final String login;
        private final String name;
        private final Instant first;
        private Instant last;

        private Named(long channelId, String categoryId, String login, String name, Instant at) {
            this.channelId = channelId;
            this.categoryId = categoryId;
            this.login = login;
            this.name = name;
            this.first = at;
            this.last = at;
        }

        private boolean is(String otherLogin, String otherName) {
            return name.equals(otherName) && login.equals(otherLogin);
        }
    }

    /** @param engine the engine on that instance */
    public SilverDay(LocalDate date, DuckDb duckDb, Engine engine, Models models, Path scratch) {
        this.date = date;
        this.duckDb = duckDb;
        this.engine = engine;
        this.models = models;
        this.scratch = scratch;
        for (String table : List.of(UPDATES, CHANNELS, CATEGORIES)) {
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
                see(channels, one.channelId(), one.channelId(), "", one.login(), one.name(), at);
                if (!one.categoryId().isEmpty() && !one.categoryName().isEmpty()) {
                    see(categories, one.categoryId(), 0, one.categoryId(), "", one.categoryName(), at);
                }
            }
            appender.flush();
            connection.commit();
        } catch (SQLException e) {
            throw new LakeException("Cannot keep snapshot " + crawl.id() + ": " + DuckDb.reason(e), e);
        }
    }

    /** The day's files, sorted. */
    public AdoptedDay finish() {
        try {
            former.addAll(channels.values());
            former.addAll(categories.values());
            appendNames();
            Map<String, AdoptedDay.File> files = new HashMap<>();
            for (String table : List.of(UPDATES, CHANNELS, CATEGORIES)) {
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

    private void appendNames() throws SQLException {
        try (DuckDBConnection connection = duckDb.connect();
                DuckDBAppender channelRows = connection.createAppender(CHANNELS + suffix);
                DuckDBAppender categoryRows = connection.createAppender(CATEGORIES + suffix)) {
            for (Named named : former) {
                DuckDBAppender rows = named.categoryId.isEmpty() ? channelRows : categoryRows;
                rows.beginRow();
                if (named.categoryId.isEmpty()) {
                    rows.append(named.channelId);
                    rows.append(named.login);
                } else {
                    rows.append(named.categoryId);
                }
                rows.append(named.name);
                rows.appendEpochMicros(named.first.getEpochSecond() * 1_000_000);
                rows.appendEpochMicros(named.last.getEpochSecond() * 1_000_000);
                rows.endRow();
            }
        }
    }

    private <K> void see(
            Map<K, Named> current, K id, long channelId, String categoryId, String login, String name, Instant at) {
        Named known = current.get(id);
        if (known != null && known.is(login, name)) {
            known.last = at;
            return;
        }
        if (known != null) {
            former.add(known);
        }
        current.put(id, new Named(channelId, categoryId, login, name, at));
    }

    @Override
    public void close() {
        for (String table : List.of(UPDATES, CHANNELS, CATEGORIES)) {
            duckDb.execute("drop table if exists " + table + suffix);
        }
    }
}
