package io.streamgauge.engine;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Checks;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes what new snapshots change in the tables that are kept by day. */
final class DayBuild {

    /** Rows that one run takes at most, where a day's snapshots are computed together. */
    private static final long ROWS_AT_ONCE = 1_500_000;

    private final Models models;
    private final Draft draft;
    private final Store store;
    private final Work work;
    private final Tables tables;
    private final Binder binder;
    private final DayTables days;
    private final Predicate<Model> wanted;

    /** @param wanted the tables that are computed */
    DayBuild(Models models, Draft draft, Store store, Work work, Predicate<Model> wanted) {
        this.models = models;
        this.wanted = wanted;
        this.draft = draft;
        this.store = store;
        this.work = work;
        this.tables = new Tables(models, store, draft);
        this.binder = new Binder(models, tables);
        this.days = new DayTables(draft, work, store);
    }

    /**
     * Computes the tables by snapshot for snapshots of one day, which the draft lists already; all but what checks found,
     * which is known by then.
     *
     * @param received those whose rows are read from landing
     * @param observed those that are computed from silver
     */
    void snapshots(LocalDate date, List<DayLedger.Entry> received, List<DayLedger.Entry> observed, boolean closed) {
        for (Model model : wanted(Unit.SNAPSHOT)) {
            if (model.name().equals(Checks.RESULTS)) {
                continue;
            }
            List<DayLedger.Entry> fresh = models.readsLanding(model) ? received : observed;
            List<Work.Made> made = new ArrayList<>();
            List<List<DayLedger.Entry>> chunks = chunks(fresh, rowsAtOnce(model, closed));
            for (List<DayLedger.Entry> chunk : chunks) {
                Query query = snapshotQuery(model, date, chunk);
                if (closed) {
                    made.add(work.run(model, chunks.size() > 1 ? query.unordered() : query));
                } else {
                    days.replaceUnits(model, date, units(chunk), split(model, query, units(chunk)));
                }
            }
            if (closed) {
                days.replaceInClosed(model, date, units(fresh), made);
            }
        }
    }

    /** The rows of a table by snapshot for some snapshots, in as many files as needed. */
    List<Work.Made> run(Model model, LocalDate date, List<DayLedger.Entry> entries) {
        return chunks(entries, ROWS_AT_ONCE).stream()
                .map(chunk -> work.run(model, snapshotQuery(model, date, chunk)))
                .toList();
    }

    /** Takes such files into the day's table. */
    void keepSnapshots(
            Model model, LocalDate date, List<DayLedger.Entry> entries, List<Work.Made> made, boolean closed) {
        List<DayUnit> units = units(entries);
        if (closed) {
            days.replaceInClosed(model, date, units, made);
        } else {
            LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
            inputs.put(model.name(), new Relation.Files(Work.parts(made)));
            Query query = new Query("select * from " + model.name(), inputs, model.order());
            days.replaceUnits(model, date, units, split(model, query, units));
            made.forEach(Work::discard);
        }
    }

    /**
     * Computes the hours of a day that lie in the affected time, and the day.
     *
     * @return the hours that were computed
     */
    List<Span> hoursAndDay(LocalDate date, List<Span> affected, boolean closed) {
        List<Span> hours = observedHours(date, affected);
        if (hours.isEmpty()) {
            return hours;
        }
        List<DayUnit> units =
                hours.stream().map(hour -> DayUnit.hour(hour.from())).toList();
        for (Model model : wanted(Unit.HOUR)) {
            Query query = binder.hours(model, hours);
            if (closed) {
                days.replaceInClosed(model, date, units, List.of(work.run(model, query)));
            } else {
                days.replaceUnits(model, date, units, split(model, query, units));
            }
        }
        for (Model model : wanted(Unit.DAY)) {
            days.replaceDay(model, date, work.run(model, binder.days(model, List.of(Span.day(date)))));
        }
        return hours;
    }

    /** The hours of a day that lie in the affected time and about which anything is known, or was. */
    List<Span> observedHours(LocalDate date, List<Span> affected) {
        return Stream.iterate(Span.day(date).from(), at -> at.plus(1, ChronoUnit.HOURS))
                .limit(24)
                .map(at -> new Span(at, at.plus(1, ChronoUnit.HOURS)))
                .filter(hour -> affected.stream().anyMatch(hour::overlaps))
                .filter(hour -> isObserved(hour) || hasHours(date))
                .toList();
    }

    /** Puts the files of a day that is over together. */
    void close(LocalDate date) {
        Stream.of(Unit.SNAPSHOT, Unit.HOUR, Unit.PERIOD)
                .flatMap(unit -> models.of(unit).stream())
                .forEach(model -> days.close(model, date));
    }

    /** What is read from landing is wide; a table by snapshot of an open day that is merged has a file for each. */
    private long rowsAtOnce(Model model, boolean closed) {
        if (!closed && !model.merge().isEmpty()) {
            return 0;
        }
        return models.readsLanding(model) ? ROWS_AT_ONCE : Long.MAX_VALUE;
    }

    private List<Work.Made> split(Model model, Query query, List<DayUnit> units) {
        if (units.size() == 1) {
            return List.of(work.run(model, query));
        }
        return work.split(model, query, units.stream().map(DayUnit::condition).toList());
    }

    private List<Model> wanted(Unit unit) {
        return models.of(unit).stream().filter(wanted).toList();
    }

    /** What was there may have gone. */
    private boolean hasHours(LocalDate date) {
        return models.of(Unit.HOUR).stream()
                .anyMatch(model -> !draft.day(date).files(model.name()).isEmpty());
    }

    private boolean isObserved(Span hour) {
        Span reaching = hour.widen(tables.reachSeconds(hour), 0);
        return reaching.days()
                .flatMap(date -> draft.day(date).complete().stream())
                .anyMatch(crawl -> reaching.holds(crawl.snapshotAt()));
    }

    private Query snapshotQuery(Model model, LocalDate date, List<DayLedger.Entry> chunk) {
        List<Instant> times =
                chunk.stream().map(entry -> entry.crawl().snapshotAt()).toList();
        boolean all = draft.day(date).complete().size() == chunk.size();
        List<Span> spans = all
                ? List.of(Span.day(date))
                : times.stream().map(at -> new Span(at, at.plusSeconds(1))).toList();
        List<CrawlRecord> crawls = chunk.stream().map(DayLedger.Entry::crawl).toList();
        store.prepare(chunk.stream().map(DayLedger.Entry::key).toList());
        Relation.Part landing = new Relation.Part(
                chunk.stream().map(entry -> store.local(entry.key())).toList(), null);
        return binder.query(
                model.sql(),
                model.inputs(),
                model.order(),
                Map.of("silver_stream_updates", spans),
                Map.of("landing", new Relation.Files(List.of(landing)), "snapshots", Provided.snapshots(crawls)));
    }

    private static List<DayUnit> units(List<DayLedger.Entry> entries) {
        return entries.stream()
                .map(entry -> DayUnit.snapshot(entry.crawl().snapshotAt()))
                .toList();
    }

    private static List<List<DayLedger.Entry>> chunks(List<DayLedger.Entry> entries, long rowsAtOnce) {
        List<List<DayLedger.Entry>> chunks = new ArrayList<>();
        long rows = 0;
        for (DayLedger.Entry entry : entries) {
            if (chunks.isEmpty() || rows + entry.crawl().rows() > rowsAtOnce) {
                chunks.add(new ArrayList<>());
                rows = 0;
            }
            chunks.get(chunks.size() - 1).add(entry);
            rows += entry.crawl().rows();
        }
        return chunks;
    }
}
