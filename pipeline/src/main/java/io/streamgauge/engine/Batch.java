package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Checks;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the new snapshots of some days into a draft: their own tables, then the hours, days, weeks and windows they touch. */
final class Batch {

    private final Models models;
    private final Draft draft;
    private final Gate gate;
    private final DayBuild build;
    private final PeriodBuild periods;
    private final Optional<Instant> newestToCome;
    private final TreeMap<LocalDate, List<Span>> changed = new TreeMap<>();

    /** The tables that are computed, empty for every one; of all days together in {@code allWanted}. */
    private Optional<Set<String>> wanted = Optional.empty();

    private final Set<String> allWanted = new HashSet<>();

    /** @param newestToCome the newest snapshot that waits to be taken in: days before its own are closed at once */
    Batch(Models models, Draft draft, Store store, Work work, Optional<Instant> newestToCome) {
        this.models = models;
        this.draft = draft;
        this.build = new DayBuild(models, draft, store, work, this::isWanted);
        this.gate = new Gate(models, work, build);
        this.periods = new PeriodBuild(models, draft, store, work, this::isWanted);
        this.newestToCome = newestToCome;
    }

    private boolean isWanted(Model model) {
        return wanted.map(tables -> tables.contains(model.name())).orElse(true);
    }

    /** Computes some tables of a day anew, the snapshots' rows being read from landing where one of these tables needs it. */
    void retake(LocalDate date, Set<String> tables) {
        List<DayLedger.Entry> known = draft.day(date).snapshots();
        Set<String> anew = tables;
        if (tables.contains(Checks.RESULTS)) {
            draft.renew(date, Set.of(Checks.RESULTS));
            List<DayLedger.Entry> judged = gate.judge(date, known, isClosed(date));
            draft.add(date, judged);
            anew = judged.equals(known) ? tables : all();
        }
        Set<String> others = new HashSet<>(anew);
        others.remove(Checks.RESULTS);
        draft.renew(date, others);
        wanted = Optional.of(anew);
        allWanted.addAll(anew);
        List<DayLedger.Entry> counting = counting(draft.day(date).snapshots());
        build.snapshots(date, counting, counting, isClosed(date));
        if (others.stream().anyMatch(table -> models.get(table).unit() != Unit.SNAPSHOT)) {
            List<Span> affected = new ArrayList<>(affected(
                    known.stream().filter(entry -> entry.crawl().complete()).toList()));
            affected.add(Span.day(date));
            touch(date, Span.union(affected));
        }
        changed.computeIfAbsent(date, none -> new ArrayList<>());
    }

    /** Lets a day's tables stand as they are, but for the periods that they are part of. */
    void keep(LocalDate date) {
        dayBefore(date).ifPresent(before -> changed.computeIfAbsent(before, none -> new ArrayList<>()));
        changed.computeIfAbsent(date, none -> new ArrayList<>())
                .addAll(build.observedHours(date, List.of(Span.day(date))));
    }

    private Set<String> all() {
        return models.all().stream()
                .filter(model -> !model.isView())
                .map(Model::name)
                .collect(Collectors.toSet());
    }

    /**
     * Takes in a day's snapshots; the periods that they touch wait for {@link #finish()}.
     *
     * @param fresh those that are in landing and in no table; those of the day that the draft lists already and no gold
     *     table holds are computed from silver
     */
    void take(LocalDate date, List<DayLedger.Entry> fresh) {
        List<DayLedger.Entry> carried = counting(draft.day(date).snapshots());
        boolean rebuilding = !carried.isEmpty()
                && draft.day(date).files("gold_snapshot_metrics").isEmpty();
        List<DayLedger.Entry> judged = gate.judge(date, fresh, isClosed(date));
        draft.add(date, judged);
        List<DayLedger.Entry> received = counting(judged);
        List<DayLedger.Entry> observed = rebuilding ? counting(draft.day(date).snapshots()) : received;
        if (observed.isEmpty()) {
            return;
        }
        build.snapshots(date, received, observed, isClosed(date));
        touch(date, Span.union(affected(observed)));
    }

    private List<Span> affected(List<DayLedger.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> affected(entry.crawl()).stream())
                .toList();
    }

    /** Computes the hours and days in the affected time around a day; the periods wait. */
    private void touch(LocalDate date, List<Span> affected) {
        TreeSet<LocalDate> touched =
                new TreeSet<>(affected.stream().flatMap(Span::days).toList());
        touched.add(date);
        dayBefore(date).ifPresent(touched::add);
        for (LocalDate day : touched) {
            changed.computeIfAbsent(day, none -> new ArrayList<>())
                    .addAll(build.hoursAndDay(day, affected, isClosed(day)));
        }
    }

    /** The last day before another: it may come to be over by the other. */
    private Optional<LocalDate> dayBefore(LocalDate date) {
        return draft.dates().stream().filter(day -> day.isBefore(date)).reduce((one, other) -> other);
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
        if (wanted.isPresent()) {
            wanted = Optional.of(allWanted);
        }
        if (draft.newestSnapshot().isPresent()) {
            periods.run(hours, changed.keySet(), wanted.isPresent(), this::isClosed);
        }
        draft.renewed(Stream.of(Unit.ROLLING, Unit.RECENT)
                .flatMap(unit -> models.of(unit).stream())
                .filter(this::isWanted)
                .map(Model::name)
                .collect(Collectors.toSet()));
        changed.keySet().stream().filter(this::isClosed).forEach(build::close);
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

    private static List<DayLedger.Entry> counting(List<DayLedger.Entry> entries) {
        return entries.stream().filter(DayLedger.Entry::counts).toList();
    }
}
