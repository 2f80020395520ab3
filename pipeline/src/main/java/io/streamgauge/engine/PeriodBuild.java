package io.streamgauge.engine;

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
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes the tables by period: the hours, days and weeks that have changed, and the windows that end with the newest snapshot. */
final class PeriodBuild {

    private static final String ROLLING = "rolling";

    private final Models models;
    private final Draft draft;
    private final Work work;
    private final DayTables days;
    private final Binder binder;
    private final Predicate<Model> wanted;

    /** @param wanted the tables that are computed */
    PeriodBuild(Models models, Draft draft, Store store, Work work, Predicate<Model> wanted) {
        this.models = models;
        this.wanted = wanted;
        this.draft = draft;
        this.work = work;
        this.days = new DayTables(draft, work, store);
        this.binder = new Binder(models, new Tables(models, store, draft));
    }

    /** A file of the result: which rows it holds, and where it goes. */
    private record Piece(String condition, Placing placing) {}

    private interface Placing {
        void place(Model model, Work.Made made);
    }

    /**
     * @param changed the hours that have changed, by day
     * @param closed whether a day is over
     */
    void run(SortedMap<LocalDate, List<Span>> changed, Predicate<LocalDate> closed) {
        List<Target> targets = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        changed.forEach((date, hours) -> {
            hours.forEach(hour -> targets.add(new Target("hour", hour)));
            targets.add(new Target("day", Span.day(date)));
            pieces.addAll(closed.test(date) ? closedDay(date, hours) : openDay(date, hours));
        });
        changed.keySet().stream().map(PeriodBuild::monday).distinct().forEach(monday -> {
            targets.add(new Target("week", week(monday)));
            pieces.add(week(monday.toString(), week(monday)));
        });
        List<Target> windows = windows();
        targets.addAll(windows);
        pieces.add(new Piece("period like 'last-%'", (model, made) -> setPeriod(model, ROLLING, ROLLING, made)));
        for (Model model : wanted(Unit.PERIOD)) {
            List<Work.Made> made = work.split(
                    model,
                    query(model, targets),
                    pieces.stream().map(Piece::condition).toList());
            for (int at = 0; at < made.size(); at++) {
                pieces.get(at).placing().place(model, made.get(at));
            }
        }
        for (Model model : wanted(Unit.ROLLING)) {
            setPeriod(model, ROLLING, ROLLING, work.run(model, query(model, windows)));
        }
    }

    private List<Model> wanted(Unit unit) {
        return models.of(unit).stream().filter(wanted).toList();
    }

    private List<Piece> openDay(LocalDate date, List<Span> hours) {
        Stream<DayUnit> units = Stream.concat(
                hours.stream().map(hour -> DayUnit.hourPeriod(hour.from())), Stream.of(DayUnit.total(date)));
        return units.map(unit -> new Piece(
                        unit.condition(),
                        (model, made) -> days.replaceUnits(model, date, List.of(unit), List.of(made))))
                .toList();
    }

    private List<Piece> closedDay(LocalDate date, List<Span> hours) {
        List<DayUnit> units = new ArrayList<>(
                hours.stream().map(hour -> DayUnit.hourPeriod(hour.from())).toList());
        units.add(DayUnit.total(date));
        String condition = "period in ('hour', 'day') and period_start >= "
                + Provided.literal(Span.day(date).from()) + " and period_start < "
                + Provided.literal(Span.day(date).to());
        return List.of(new Piece(condition, (model, made) -> days.replaceInClosed(model, date, units, List.of(made))));
    }

    private Piece week(String monday, Span week) {
        return new Piece(
                "period = 'week' and period_start = " + Provided.literal(week.from()),
                (model, made) -> setPeriod(model, "weeks", "week-" + monday, made));
    }

    private void setPeriod(Model model, String partition, String unit, Work.Made made) {
        draft.setPeriod(model.name(), unit, work.store(model, partition, unit, made));
    }

    private Query query(Model model, List<Target> targets) {
        return binder.periods(model.sql(), model.inputs(), model.order(), targets);
    }

    private List<Target> windows() {
        Instant newest = draft.newestSnapshot().orElseThrow();
        long cadence = draft.day(SnapshotId.at(newest).date()).complete().stream()
                .filter(crawl -> crawl.snapshotAt().equals(newest))
                .findFirst()
                .orElseThrow()
                .cadenceSeconds();
        Instant end = newest.plusSeconds(cadence);
        return Map.of("last-hour", 3600L, "last-day", 24 * 3600L, "last-week", 7 * 24 * 3600L).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(window -> new Target(window.getKey(), new Span(end.minusSeconds(window.getValue()), end)))
                .toList();
    }

    private static Span week(LocalDate monday) {
        return new Span(Span.day(monday).from(), Span.day(monday.plusDays(7)).from());
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
