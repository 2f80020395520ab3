package io.streamgauge.analytics;

import io.streamgauge.lake.CrawlRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the lake.
 *
 * @param dataVersion name of the published state
 * @param publishedAt when it was published
 * @param now the end of the newest snapshot's reach or the clock's time, whichever is later; for simulated data the former
 * @param newest figures of the newest complete snapshot, empty before the first
 * @param newestCrawl what the crawl of the newest complete snapshot did
 * @param cadenceSeconds planned distance between snapshots, in seconds
 * @param slots counts of slots since the first snapshot
 * @param missingSlots the newest slots without a complete snapshot, at most 100, newest first
 * @param engine the engine's name and version
 * @param tables rows and bytes by table
 * @param simulated whether the newest snapshot came from a simulator
 */
public record Status(
        String dataVersion,
        Instant publishedAt,
        Instant now,
        Optional<Newest> newest,
        Optional<CrawlRecord> newestCrawl,
        long cadenceSeconds,
        Slots slots,
        List<Instant> missingSlots,
        String engine,
        List<Table> tables,
        boolean simulated) {

    public record Newest(Instant snapshotAt, long viewers, long channels, long categories) {}

    public record Slots(long planned, long complete, long partial, long missing) {}

    public record Table(String name, long rows, long bytes, int files) {}
}
