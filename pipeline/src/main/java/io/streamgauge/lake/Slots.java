package io.streamgauge.lake;

import io.streamgauge.lake.Slot.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The slots from the first one known to some moment, oldest first. A slot is as long as the cadence of those who tried it;
 * between two of them slots were planned by the cadence of the earlier one, so that a cadence that changes does not change
 * the past.
 */
public final class Slots {

    private Slots() {}

    /**
     * @param days all that is known
     * @param failures crawls that landed nothing, those that the days know already among them or not
     * @param until slots that are over by then are told
     */
    public static List<Slot> of(Collection<DayLedger> days, Collection<FailedCrawl> failures, Instant until) {
        TreeMap<Instant, Slot> tried = new TreeMap<>();
        for (DayLedger day : days) {
            day.snapshots().forEach(entry -> add(tried, slot(entry)));
            day.failures().forEach(failure -> add(tried, slot(failure)));
        }
        failures.forEach(failure -> add(tried, slot(failure)));
        return withMissing(tried, until);
    }

    private static List<Slot> withMissing(TreeMap<Instant, Slot> tried, Instant until) {
        List<Slot> all = new ArrayList<>();
        tried.forEach((at, slot) -> {
            if (!all.isEmpty()) {
                addMissing(all, at);
            }
            all.add(slot);
        });
        if (!all.isEmpty()) {
            Slot last = all.get(all.size() - 1);
            addMissing(all, start(until, last.cadenceSeconds()));
        }
        return all;
    }

    /** Adds what was planned after the last slot and begins before the moment. */
    private static void addMissing(List<Slot> all, Instant before) {
        Slot last = all.get(all.size() - 1);
        long cadence = last.cadenceSeconds();
        for (Instant at = last.at().plusSeconds(cadence); at.isBefore(before); at = at.plusSeconds(cadence)) {
            all.add(new Slot(at, cadence, State.MISSING, null));
        }
    }

    private static void add(TreeMap<Instant, Slot> tried, Slot slot) {
        tried.merge(slot.at(), slot, (one, other) -> other.state().compareTo(one.state()) <= 0 ? other : one);
    }

    private static Slot slot(DayLedger.Entry entry) {
        CrawlRecord crawl = entry.crawl();
        Instant at = start(crawl.snapshotAt(), crawl.cadenceSeconds());
        if (!crawl.complete()) {
            return new Slot(at, crawl.cadenceSeconds(), State.PARTIAL, crawl.reason());
        }
        return entry.counts()
                ? new Slot(at, crawl.cadenceSeconds(), State.COMPLETE, null)
                : new Slot(at, crawl.cadenceSeconds(), State.SET_APART, String.join(", ", entry.failed()));
    }

    private static Slot slot(FailedCrawl failure) {
        long cadence = failure.cadenceSeconds();
        return new Slot(start(failure.snapshotAt(), cadence), cadence, State.FAILED, failure.reason());
    }

    private static Instant start(Instant at, long cadenceSeconds) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), cadenceSeconds) * cadenceSeconds);
    }
}
