package io.streamgauge.engine;

import io.streamgauge.lake.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a backfill is about to do.
 *
 * @param plan what is computed anew of days that are in the tables
 * @param waiting how many snapshots have landed and are in no table, by day; they are taken in
 * @param lost slots of the span that no snapshot in figures or in landing covers, and that cannot be had again: a listing of
 *     the past cannot be crawled
 */
public record Backfill(Plan plan, SortedMap<LocalDate, Integer> waiting, List<Slot> lost) {

    public boolean isEmpty() {
        return plan.isEmpty() && waiting.isEmpty();
    }
}
