package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Snapshots that wait to be taken in, by day. */
record Batches(SortedMap<LocalDate, List<DayLedger.Entry>> byDay) {

    boolean isEmpty() {
        return byDay.isEmpty();
    }

    List<LocalDate> dates() {
        return List.copyOf(byDay.keySet());
    }

    /** The days in runs of at most so many. */
    List<List<LocalDate>> steps(int days) {
        List<LocalDate> dates = dates();
        return IntStream.range(0, (dates.size() + days - 1) / days)
                .mapToObj(step -> dates.subList(step * days, Math.min(dates.size(), (step + 1) * days)))
                .toList();
    }

    List<DayLedger.Entry> of(LocalDate date) {
        return byDay.get(date);
    }

    /** The newest complete snapshot among them. */
    Optional<Instant> newest() {
        return byDay.values().stream()
                .flatMap(Collection::stream)
                .map(DayLedger.Entry::crawl)
                .filter(CrawlRecord::complete)
                .map(CrawlRecord::snapshotAt)
                .max(Comparator.naturalOrder());
    }

    int total() {
        return byDay.values().stream().mapToInt(List::size).sum();
    }

    /** How many there are up to the end of a day. */
    int done(LocalDate date) {
        return byDay.headMap(date.plusDays(1)).values().stream()
                .mapToInt(List::size)
                .sum();
    }
}
