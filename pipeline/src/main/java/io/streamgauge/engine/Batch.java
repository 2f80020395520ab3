package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes one day's new snapshots into a draft: their own tables, then the hours, days, weeks and windows they touch. */
final class Batch {

    private static final String ROLLING = "rolling";

    private final Models models;
    private final Draft draft;
    private final Work work;
    private final DayBuild build;
    private final Optional<Instant> newestToCome;

    /** @param newestToCome the newest snapshot that waits to be taken in: days before its own are closed at once */
    Batch(Models models, Draft draft, Store store, Work work, Optional<Instant> newestToCome) {
        this.models = models;
        this.draft = draft;
        this.work = work;
        this.build = new DayBuild(models, draft, store, work);
        this.newestToCome = newestToCome;
    }

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
        List<Span> affected = Span.union(
                observed.stream().map(entry -> affected(entry.crawl())).toList());
        TreeSet<LocalDate> touched =
                new TreeSet<>(affected.stream().flatMap(Span::days).toList());
        touched.add(date);
        draft.dates().stream()
                .filter(day -> day.isBefore(date))
                .reduce((one, other) -> other)
                .ifPresent(touched::add);
        for (LocalDate day : touched) {
            build.hoursAndDay(day, affected, isClosed(day));
            if (isClosed(day)) {
                build.close(day);
            }
        }
        affected.stream().flatMap(Span::days).map(Batch::monday).distinct().forEach(this::week);
        rolling();
    }

    /** The time over which a snapshot changes what is known: its own reach, and what it takes from or adds to the one before. */
    private Span affected(CrawlRecord crawl) {
        Instant at = crawl.snapshotAt();
        long cadence = crawl.cadenceSeconds();
        List<CrawlRecord> around = Stream.of(-1, 0, 1)
                .flatMap(days -> draft.day(crawl.id().date().plusDays(days)).complete().stream())
                .toList();
        Instant from = around.stream()
                .filter(other -> other.snapshotAt().isBefore(at))
                .filter(other -> other.snapshotAt()
                        .plusSeconds(2 * other.cadenceSeconds())
                        .isAfter(at))
                .map(other -> other.snapshotAt().plusSeconds(other.cadenceSeconds()))
                .filter(end -> end.isBefore(at))
                .min(Instant::compareTo)
                .orElse(at);
        return new Span(from, at.plusSeconds(2 * cadence));
    }

    private void week(LocalDate monday) {
        Target week = new Target(
                "week",
                new Span(Span.day(monday).from(), Span.day(monday.plusDays(7)).from()));
        for (Model model : models.of(Unit.PERIOD)) {
            draft.setPeriod(
                    model.name(),
                    "week-" + monday,
                    work.store(model, "weeks", "week-" + monday, build.run(model, List.of(week))));
        }
    }

    private void rolling() {
        Instant newest = draft.newestSnapshot().orElseThrow();
        long cadence = draft.day(SnapshotId.at(newest).date()).complete().stream()
                .filter(crawl -> crawl.snapshotAt().equals(newest))
                .findFirst()
                .orElseThrow()
                .cadenceSeconds();
        Instant end = newest.plusSeconds(cadence);
        List<Target> windows = List.of(
                new Target("last-hour", new Span(end.minusSeconds(3600), end)),
                new Target("last-day", new Span(end.minusSeconds(24 * 3600), end)),
                new Target("last-week", new Span(end.minusSeconds(7 * 24 * 3600), end)));
        Stream.concat(models.of(Unit.PERIOD).stream(), models.of(Unit.ROLLING).stream())
                .forEach(model -> draft.setPeriod(
                        model.name(), ROLLING, work.store(model, ROLLING, ROLLING, build.run(model, windows))));
    }

    private boolean isClosed(LocalDate date) {
        return Stream.of(draft.newestSnapshot(), newestToCome)
                .flatMap(Optional::stream)
                .anyMatch(newest -> SnapshotId.at(newest).date().isAfter(date));
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static List<DayLedger.Entry> complete(List<DayLedger.Entry> entries) {
        return new ArrayList<>(
                entries.stream().filter(entry -> entry.crawl().complete()).toList());
    }
}
