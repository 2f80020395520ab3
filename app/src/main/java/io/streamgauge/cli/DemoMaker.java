package io.streamgauge.cli;

import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbEngine;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.duckdb.SilverDay;
import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.model.Models;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes snapshots of a simulated world as a crawl without any delay would take them. For one thread. */
final class DemoMaker implements AutoCloseable {

    private static final int MEGABYTES = 384;
    private static final int PAGE = 100;

    private final World world;
    private final OpenLake lake;
    private final Models models;
    private final DuckDb duckDb;
    private final DuckDbEngine engine;

    DemoMaker(World world, OpenLake lake, Models models) {
        this.world = world;
        this.lake = lake;
        this.models = models;
        this.duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, lake.scratch()));
        this.engine = new DuckDbEngine(duckDb);
        engine.prepare(models);
    }

    /**
     * Makes a whole day without landing it, which is ten times faster.
     *
     * @param made called after each snapshot
     */
    AdoptedDay day(LocalDate date, List<SnapshotId> slots, Runnable made) {
        try (SilverDay day = new SilverDay(date, duckDb, engine, models, lake.scratch())) {
            for (SnapshotId slot : slots) {
                List<LiveStream> live = world.liveAt(slot.at());
                day.add(
                        crawl(slot.at(), live.size()),
                        () -> live.stream().map(DemoMaker::observation).iterator());
                made.run();
            }
            return day.finish();
        }
    }

    void land(SnapshotId slot) {
        List<LiveStream> live = world.liveAt(slot.at());
        CrawlRecord crawl = crawl(slot.at(), live.size());
        try (SnapshotWriter writer = new DuckDbSnapshotFormat(duckDb, lake.scratch()).open(slot)) {
            int position = 1;
            for (LiveStream stream : live) {
                writer.append(row(slot.at(), position++, stream));
            }
            lake.landing().put(writer.finish(crawl), crawl);
        }
    }

    @Override
    public void close() {
        duckDb.close();
    }

    private static CrawlRecord crawl(Instant at, int rows) {
        long cadence = DemoWeek.CADENCE.toSeconds();
        int pages = page(rows);
        return new CrawlRecord(
                at, at, at, cadence, "walk", true, null, pages, rows, 0, 0, 0, Map.of("200", pages), 0, true);
    }

    private static int page(int position) {
        return Math.max(1, (position + PAGE - 1) / PAGE);
    }

    private static SilverDay.Observation observation(LiveStream stream) {
        return new SilverDay.Observation(
                Long.parseLong(stream.userId()),
                stream.userLogin(),
                stream.userName(),
                Long.parseLong(stream.id()),
                stream.gameId(),
                stream.gameName(),
                stream.language(),
                stream.viewerCount(),
                stream.startedAt());
    }

    private static LandingRow row(Instant at, int position, LiveStream stream) {
        return new LandingRow(
                at,
                page(position),
                position,
                stream.id(),
                stream.userId(),
                stream.userLogin(),
                stream.userName(),
                stream.gameId(),
                stream.gameName(),
                stream.type(),
                stream.title(),
                stream.tags(),
                (long) stream.viewerCount(),
                stream.startedAt().toString(),
                stream.language(),
                stream.thumbnailUrl(),
                stream.tagIds(),
                stream.isMature(),
                null,
                null,
                null);
    }
}
