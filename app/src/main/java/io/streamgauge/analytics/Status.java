package io.streamgauge.analytics;

import io.streamgauge.lake.CrawlRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        Optional<Crawl> newestCrawl,
        long cadenceSeconds,
        Slots slots,
        List<Instant> missingSlots,
        String engine,
        List<Table> tables,
        boolean simulated) {

    /** What a crawl did: pages and rows received, repeats among them, rows that did not fit, seconds kept waiting. */
    public record Crawl(
            Instant startedAt,
            Instant endedAt,
            int pages,
            int rows,
            int duplicates,
            int recovered,
            int malformed,
            Map<String, Integer> calls,
            double throttledSeconds) {

        static Crawl of(CrawlRecord crawl) {
            return new Crawl(
                    crawl.startedAt(),
                    crawl.endedAt(),
                    crawl.pages(),
                    crawl.rows(),
                    crawl.duplicates(),
                    crawl.recovered(),
                    crawl.malformed(),
                    crawl.calls(),
                    crawl.throttledSeconds());
        }
    }

    public record Newest(Instant snapshotAt, long viewers, long channels, long categories) {}

    public record Slots(long planned, long complete, long partial, long missing) {}

    public record Table(String name, long rows, long bytes, int files) {}
}
