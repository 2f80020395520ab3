package io.streamgauge.cli;

import io.streamgauge.collector.CollectSettings;
import io.streamgauge.collector.Collector;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchSettings;
import io.streamgauge.twitch.Waiter;
import java.time.Clock;

/** A collector with a small engine of its own, so that it runs on small machines. */
final class Collecting implements AutoCloseable {

    private static final int MEGABYTES = 128;

    private final DuckDb duckDb;
    private final Collector collector;

    private Collecting(DuckDb duckDb, Collector collector) {
        this.duckDb = duckDb;
        this.collector = collector;
    }

    static Collecting into(OpenLake lake, TwitchSettings twitch, CollectSettings collect, Clock clock, Waiter waiter) {
        DuckDbSettings engine = new DuckDbSettings(MEGABYTES, 1, lake.scratch());
        DuckDb duckDb = DuckDb.open(engine);
        TwitchClient client = TwitchClient.open(twitch, clock, waiter);
        DuckDbSnapshotFormat format = new DuckDbSnapshotFormat(duckDb, lake.scratch());
        return new Collecting(duckDb, new Collector(client, format, lake.landing(), collect, clock));
    }

    Collector collector() {
        return collector;
    }

    @Override
    public void close() {
        duckDb.close();
    }
}
