package io.streamgauge.cli;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbMetadataFormat;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.EmptyTables;
import io.streamgauge.duckdb.KnownCategories;
import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.metadata.MetadataFetcher;
import io.streamgauge.metadata.MetadataListener;
import io.streamgauge.metadata.MetadataResult;
import io.streamgauge.model.Models;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchSettings;
import io.streamgauge.twitch.Waiter;
import java.time.Clock;

/** Fetches what is missing or old of the metadata of a lake's categories, with a small engine of its own. */
final class Metadata implements AutoCloseable {

    private static final int MEGABYTES = 96;

    private final DuckDb duckDb;
    private final KnownCategories met;
    private final MetadataFetcher fetcher;

    private Metadata(DuckDb duckDb, KnownCategories met, MetadataFetcher fetcher) {
        this.duckDb = duckDb;
        this.met = met;
        this.fetcher = fetcher;
    }

    static Metadata of(
            OpenLake lake,
            Models models,
            TwitchSettings twitch,
            MetadataSettings settings,
            Clock clock,
            Waiter waiter) {
        DuckDb duckDb =
                DuckDb.open(new DuckDbSettings(MEGABYTES, 1, lake.scratch().resolve("metadata")));
        EmptyTables.create(duckDb, models);
        TwitchClient client = TwitchClient.open(twitch, clock, waiter);
        MetadataFetcher fetcher = new MetadataFetcher(
                client,
                client.igdb(settings.igdbUrl()),
                new CategoryMetadata(lake.store(), clock, lake.scratch()),
                new DuckDbMetadataFormat(duckDb, lake.scratch()),
                settings.keeps(),
                clock);
        return new Metadata(duckDb, new KnownCategories(duckDb, models, lake.store(), lake.ledger()), fetcher);
    }

    MetadataResult fetch(MetadataListener listener) throws InterruptedException {
        return fetcher.fetch(met.ids(), listener);
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
