package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Landing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A whole day of snapshots that landing does not hold.
 *
 * @param crawls the day's crawl records, oldest first
 * @param tables the day's rows by table, sorted as the table's model says; the files are used up
 */
public record AdoptedDay(LocalDate date, List<CrawlRecord> crawls, Map<String, File> tables) {

    /** A file on this machine and the number of its rows. */
    public record File(Path path, long rows) {}

    List<DayLedger.Entry> entries() {
        return crawls.stream()
                .map(crawl -> new DayLedger.Entry(Landing.key(crawl.id()), 0, crawl))
                .toList();
    }
}
