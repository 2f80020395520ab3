package io.streamgauge.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one UTC day.
 *
 * @param snapshots its snapshots: complete, partial, and those that failed a check
 * @param tables the files of each table
 * @param failures crawls that landed nothing
 */
public record DayLedger(
        LocalDate date, List<Entry> snapshots, Map<String, List<TableFile>> tables, List<FailedCrawl> failures) {

    public DayLedger {
        failures = failures == null ? List.of() : failures;
    }

    public DayLedger(LocalDate date, List<Entry> snapshots, Map<String, List<TableFile>> tables) {
        this(date, snapshots, tables, List.of());
    }

    /**
     * A snapshot's file in landing and the crawl record inside it.
     *
     * @param failed the expectations whose failing keeps the snapshot out of every figure; empty where all are met
     */
    public record Entry(String key, long bytes, CrawlRecord crawl, List<String> failed) {

        public Entry {
            failed = failed == null ? List.of() : failed;
        }

        public Entry(String key, long bytes, CrawlRecord crawl) {
            this(key, bytes, crawl, List.of());
        }

        /** Whether figures are computed from it. */
        public boolean counts() {
            return crawl.complete() && failed.isEmpty();
        }
    }

    public static DayLedger empty(LocalDate date) {
        return new DayLedger(date, List.of(), Map.of());
    }

    public List<TableFile> files(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** The snapshots that figures are computed from, oldest first. */
    public List<CrawlRecord> complete() {
        return snapshots.stream()
                .filter(Entry::counts)
                .map(Entry::crawl)
                .sorted((one, other) -> one.snapshotAt().compareTo(other.snapshotAt()))
                .toList();
    }
}
