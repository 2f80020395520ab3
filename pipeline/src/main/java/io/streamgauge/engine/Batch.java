package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes the new snapshots of some days into a draft: their own tables, then the hours, days, weeks and windows they touch. */
final class Batch {

    private final Draft draft;
    private final DayBuild build;
    private final PeriodBuild periods;
    private final Optional<Instant> newestToCome;
    private final TreeMap<LocalDate, List<Span>> changed = new TreeMap<>();

    /** @param newestToCome the newest snapshot that waits to be taken in: days before its own are closed at once */
    Batch(Models models, Draft draft, Store store, Work work, Optional<Instant> newestToCome) {
        this.draft = draft;
        this.build = new DayBuild(models, draft, store, work);
        this.periods = new PeriodBuild(models, draft, store, work);
        this.newestToCome = newestToCome;
    }

    /**
     * Takes in a day's snapshots; the periods that they touch wait for {@link #finish()}.
     *
     * @param fresh those that are in landing and in no table; those of the day that the draft lists already and no gold
     *     table holds are computed from silver
     */
    void take(LocalDate date, List<DayLedger.Entry> fresh) {
        List<DayLedger.Entry> carried = complete(draft.day(date).snapshots());
        boolean rebuilding = !carried.isEmpty()
                && draft.day(date).files("gold_snapshot_metrics").isEmpty();
        draft.add(date, fresh);
        List<DayLedger.Entry> received = complete(fresh);
        List<DayLedger.Entry> observed = rebuilding ? complete(draft.day(date).snapshots()) : received;
        if (observed.isEmpty()) {
            return;
        }
        build.snapshots(date, received, observed, isClosed(date));
        List<Span> affected = Span.union(observed.stream()
                .flatMap(entry -> affected(entry.crawl()).stream())
                .toList());
        TreeSet<LocalDate> touched =
                new TreeSet<>(affected.stream().flatMap(Span::days).toList());
        touched.add(date);
        draft.dates().stream()
                .filter(day -> day.isBefore(date))
                .reduce((one, other) -> other)
                .ifPresent(touched::add);
        for (LocalDate day : touched) {
            changed.computeIfAbsent(day, none -> new ArrayList<>())
                    .addAll(build.hoursAndDay(day, affected, isClosed(day)));
        }
    }

    /** Computes the periods that have changed, and puts the files of the days that are over together. */
    void finish() {
        if (changed.isEmpty()) {
            return;
        }
        TreeMap<LocalDate, List<Span>> hours = new TreeMap<>();
        changed.forEach((date, spans) -> {
            if (!spans.isEmpty()) {
                hours.put(date, spans.stream().distinct().toList());
            }
        });
        periods.run(hours, changed.keySet(), this::isClosed);
        build.close(changed.keySet().stream().filter(this::isClosed).toList());
    }

    /**
     * The time over which a snapshot changes what is known: its own reach, and the bridged part of the reach of the one
     * before, which has a successor now.
     */
    private List<Span> affected(CrawlRecord crawl) {
        Instant at = crawl.snapshotAt();
        List<Span> affected = new ArrayList<>();
        affected.add(new Span(at, at.plusSeconds(2 * crawl.cadenceSeconds())));
        before(at).ifPresent(other -> {
            Instant sampledUntil = other.snapshotAt().plusSeconds(other.cadenceSeconds());
            affected.add(new Span(sampledUntil, sampledUntil.plusSeconds(other.cadenceSeconds())));
        });
        return affected;
    }

    private Optional<CrawlRecord> before(Instant at) {
        List<LocalDate> dates = draft.dates();
        for (int day = dates.size() - 1; day >= 0; day--) {
            Optional<CrawlRecord> latest = draft.day(dates.get(day)).complete().stream()
                    .filter(crawl -> crawl.snapshotAt().isBefore(at))
                    .reduce((one, other) -> other);
            if (latest.isPresent()) {
                return latest;
            }
        }
        return Optional.empty();
    }

    private boolean isClosed(LocalDate date) {
        return Stream.of(draft.newestSnapshot(), newestToCome)
                .flatMap(Optional::stream)
                .anyMatch(newest -> SnapshotId.at(newest).date().isAfter(date));
    }

    private static List<DayLedger.Entry> complete(List<DayLedger.Entry> entries) {
        return new ArrayList<>(
                entries.stream().filter(entry -> entry.crawl().complete()).toList());
    }
}
