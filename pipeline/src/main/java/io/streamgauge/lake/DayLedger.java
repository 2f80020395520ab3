package io.streamgauge.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** All that is known of one UTC day: its snapshots, complete and partial, and the files of each table. */
public record DayLedger(LocalDate date, List<Entry> snapshots, Map<String, List<TableFile>> tables) {

    /** A snapshot's file in landing and the crawl record inside it. */
    public record Entry(String key, long bytes, CrawlRecord crawl) {}

    public static DayLedger empty(LocalDate date) {
        return new DayLedger(date, List.of(), Map.of());
    }

    public List<TableFile> files(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** The complete snapshots, oldest first. */
    public List<CrawlRecord> complete() {
        return snapshots.stream()
                .map(Entry::crawl)
                .filter(CrawlRecord::complete)
                .sorted((one, other) -> one.snapshotAt().compareTo(other.snapshotAt()))
                .toList();
    }
}
