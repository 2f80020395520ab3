package io.streamgauge.analytics;

import io.streamgauge.lake.CrawlRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param slots counts of slots since the first one that was tried
 * @param missingSlots the newest slots without a complete snapshot, at most 100, newest first
 * @param partialSlots the newest slots with partial snapshots alone, at most 100, newest first
 * @param troubledSlots the newest slots without a complete snapshot that anybody tried, and why, at most 100, newest first
 * @param runs the last runs that worked on the tables, at most 10, newest first
 * @param quality what checks found, worst first; those that found nothing last
 * @param olderModels tables of which some days come from an older model
 * @param forgotten channels that were removed
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
        List<Partial> partialSlots,
        List<Trouble> troubledSlots,
        List<Work> runs,
        List<Expectation> quality,
        List<Older> olderModels,
        int forgotten,
        String engine,
        List<Table> tables,
        boolean simulated) {

    /**
     * What a crawl did.
     *
     * @param mode how what counts was crawled: {@code walk} or {@code languages}
     * @param rows rows received, repeats included
     * @param duplicates repeats among them
     * @param listed streams that the listing showed, or null where nothing was asked for directly
     * @param recovered live streams that only asking for their channels showed
     * @param missed live streams that neither showed, by estimate, or null where there is nothing to estimate them by
     * @param captureRate listed / (listed + recovered + missed), or null likewise
     * @param malformed rows that did not fit
     * @param calls calls by outcome
     * @param points what they took of the rate limit, or null where it was not counted
     * @param throttledSeconds time spent waiting for the rate limit
     * @param partitions rows by language walked, empty where there was one walk alone
     * @param fallback why walking by language was given up for now, or null
     */
    public record Crawl(
            Instant startedAt,
            Instant endedAt,
            double wallSeconds,
            String mode,
            int pages,
            int rows,
            int duplicates,
            Integer listed,
            int recovered,
            Integer missed,
            Double captureRate,
            int malformed,
            Map<String, Integer> calls,
            Integer points,
            double throttledSeconds,
            Map<String, Integer> partitions,
            String fallback) {

        static Crawl of(CrawlRecord crawl) {
            Optional<CrawlRecord.Capture> capture = Optional.ofNullable(crawl.capture());
            Optional<CrawlRecord.Languages> languages = Optional.ofNullable(crawl.languages());
            return new Crawl(
                    crawl.startedAt(),
                    crawl.endedAt(),
                    Duration.between(crawl.startedAt(), crawl.endedAt()).toMillis() / 1000.0,
                    crawl.mode(),
                    crawl.pages(),
                    crawl.rows(),
                    crawl.duplicates(),
                    capture.map(CrawlRecord.Capture::listed).orElse(null),
                    crawl.recovered(),
                    capture.map(CrawlRecord.Capture::missed).orElse(null),
                    crawl.captureRate().isPresent() ? crawl.captureRate().getAsDouble() : null,
                    crawl.malformed(),
                    crawl.calls(),
                    crawl.points(),
                    crawl.throttledSeconds(),
                    languages.map(CrawlRecord.Languages::rows).orElse(Map.of()),
                    languages.map(CrawlRecord.Languages::fallback).orElse(null));
        }
    }

    /** A slot with partial snapshots alone, and why the last of them is partial. */
    public record Partial(Instant snapshotAt, String reason) {}

    public record Newest(Instant snapshotAt, long viewers, long channels, long categories) {}

    /**
     * Counts of slots by the best that came of them.
     *
     * @param planned all of them
     * @param complete with a complete snapshot
     * @param partial with partial snapshots alone
     * @param setApart with a complete snapshot that failed a check
     * @param failed with crawls alone that landed nothing
     * @param missing without a snapshot that counts: all that are not complete
     * @param untried those of them that nobody tried
     * @param completeShare complete / planned, or null where none was planned
     */
    public record Slots(
            long planned,
            long complete,
            long partial,
            long setApart,
            long failed,
            long missing,
            long untried,
            Double completeShare) {

        public Slots(
                long planned, long complete, long partial, long setApart, long failed, long missing, long untried) {
            this(
                    planned,
                    complete,
                    partial,
                    setApart,
                    failed,
                    missing,
                    untried,
                    planned == 0 ? null : (double) complete / planned);
        }
    }

    /**
     * A slot that was tried in vain.
     *
     * @param state {@code partial}, {@code set_apart} or {@code failed}
     */
    public record Trouble(Instant at, String state, String reason) {}

    /**
     * A run that worked on the tables.
     *
     * @param attempt how many runs there were since the last one that did not fail, this one included
     * @param outcome {@code done} or {@code failed}
     * @param reason why it failed, or null
     * @param days days whose tables it computed
     * @param firstDay the first of them, or null
     * @param lastDay the last of them, or null
     * @param wallSeconds how long it took
     */
    public record Work(
            String kind,
            Instant startedAt,
            Instant endedAt,
            int attempt,
            String outcome,
            String reason,
            int snapshots,
            int days,
            LocalDate firstDay,
            LocalDate lastDay,
            long rows,
            double wallSeconds) {

        public Work(
                String kind,
                Instant startedAt,
                Instant endedAt,
                int attempt,
                String outcome,
                String reason,
                int snapshots,
                int days,
                LocalDate firstDay,
                LocalDate lastDay,
                long rows) {
            this(
                    kind,
                    startedAt,
                    endedAt,
                    attempt,
                    outcome,
                    reason,
                    snapshots,
                    days,
                    firstDay,
                    lastDay,
                    rows,
                    Duration.between(startedAt, endedAt).toMillis() / 1000.0);
        }
    }

    /**
     * What a check found over the snapshots of the last seven days.
     *
     * @param snapshots snapshots that were checked
     * @param failed snapshots that broke it
     * @param broken how many rows, languages or fields broke it, over all of them
     * @param lastFailedAt the newest snapshot that broke it, or null
     * @param detail what was found there, or null
     */
    public record Expectation(
            String expectation,
            String severity,
            String sentence,
            long snapshots,
            long failed,
            long broken,
            Instant lastFailedAt,
            String detail) {}

    /** A table of which so many days come from an older model. */
    public record Older(String table, int days, LocalDate firstDay, LocalDate lastDay) {}

    public record Table(String name, long rows, long bytes, int files) {}
}
