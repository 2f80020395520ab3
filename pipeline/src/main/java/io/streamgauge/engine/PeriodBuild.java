package io.streamgauge.engine;

import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Computes the tables by period: the hours, days and weeks that have changed, and the windows that end with the newest snapshot. */
final class PeriodBuild {

    private static final int RECENT_DAYS = 7;
    private static final String DAYS = "gold_channel_days";

    private final Models models;
    private final Draft draft;
    private final Store store;
    private final Work work;
    private final DayTables days;
    private final Binder binder;
    private final Tables tables;
    private final Labels labels;
    private final Predicate<Model> wanted;

    /** @param wanted the tables that are computed */
    PeriodBuild(Models models, Draft draft, Store store, Work work, Predicate<Model> wanted) {
        this.models = models;
        this.wanted = wanted;
        this.draft = draft;
        this.store = store;
        this.work = work;
        this.days = new DayTables(draft, work, store);
        this.tables = new Tables(models, store, draft);
        this.binder = new Binder(models, tables);
        this.labels = new Labels(models, draft, work, store);
    }

    /** A file of the result: which rows it holds, and where it goes. */
    private record Piece(String condition, Placing placing) {}

    private interface Placing {
        void place(Model model, Work.Made made);
    }

    /** Periods whose rows are computed by one query, and the files that they go to. */
    private record Group(List<Target> targets, List<Piece> pieces) {

        Group() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * @param changed the hours that have changed, by day
     * @param touched the days of which anything has changed
     * @param anew whether what is kept of the touched days is computed again even where they have not changed
     * @param closed whether a day is over
     */
    void run(
            SortedMap<LocalDate, List<Span>> changed,
            Set<LocalDate> touched,
            boolean anew,
            Predicate<LocalDate> closed) {
        LocalDate open = SnapshotId.at(draft.newestSnapshot().orElseThrow()).date();
        List<LocalDate> differing = touched.stream()
                .filter(date -> date.isBefore(open) && (anew || draft.differs(date, DAYS)))
                .toList();
        recent(open, differing);
        if (anew) {
            wanted(Unit.LEARNT).forEach(labels::learn);
        }
        Group past = new Group();
        Group current = new Group();
        Instant end = tables.end();
        SortedMap<LocalDate, List<Span>> affected = new TreeMap<>(changed);
        draft.publishedOpen().filter(open::isAfter).ifPresent(date -> affected.putIfAbsent(date, List.of()));
        affected.forEach((date, hours) -> {
            if (closed.test(date)) {
                hours.forEach(hour -> past.targets().add(new Target(Target.HOUR, hour)));
                past.targets().add(new Target(Target.DAY, Span.day(date)));
                past.pieces().add(closedDay(date, hours));
            } else {
                hours.forEach(hour -> openDay(
                        hour.to().isBefore(end) ? past : current,
                        date,
                        new Target(Target.HOUR, hour),
                        DayUnit.hourPeriod(hour.from())));
                openDay(
                        Span.day(date).to().isBefore(end) ? past : current,
                        date,
                        new Target(Target.DAY, Span.day(date)),
                        DayUnit.total(date));
            }
        });
        affected.keySet().stream().map(PeriodBuild::monday).distinct().forEach(monday -> {
            Group group = monday.equals(monday(open)) ? current : past;
            group.targets().add(new Target(Target.WEEK, week(monday)));
            group.pieces().add(week(monday.toString(), week(monday)));
        });
        List<Target> windows = windows(end);
        current.targets().addAll(windows);
        current.pieces()
                .add(new Piece(
                        "period like 'last-%'",
                        (model, made) -> setPeriod(model, Target.ROLLING, Target.ROLLING, made)));
        for (Model model : wanted(Unit.PERIOD)) {
            run(model, past, List.of(), open);
            run(model, current, current.targets(), open);
        }
        months(open, differing);
        new OverBuild(models, draft, days, work, binder, wanted).run(open, differing, touched);
        for (Model model : wanted(Unit.LABELLED)) {
            affected.keySet().stream().filter(closed).forEach(date -> labels.compute(model, date));
        }
        for (Model model : wanted(Unit.ROLLING)) {
            Query query = query(model, windows, List.of(), open);
            setPeriod(model, Target.ROLLING, Target.ROLLING, work.run(model, query));
        }
    }

    /** Computes the months of which a day that is over has changed. */
    private void months(LocalDate open, List<LocalDate> differing) {
        List<YearMonth> months =
                differing.stream().map(YearMonth::from).distinct().sorted().toList();
        for (YearMonth month : months) {
            LocalDate end = month.plusMonths(1).atDay(1);
            Span days = new Span(
                    Span.day(month.atDay(1)).from(),
                    Span.day(end.isBefore(open) ? end : open).from());
            for (Model model : wanted(Unit.MONTH)) {
                setPeriod(model, "months", Target.unit(month), month(model, month, days, differing));
            }
        }
    }

    /** A month of a table: what is kept of it with the days that have come to be over, where rows can be put together. */
    private Work.Made month(Model model, YearMonth month, Span days, List<LocalDate> differing) {
        Optional<TableFile> kept = draft.periods(model.name()).stream()
                .filter(file -> file.unit().equals(Target.unit(month)))
                .findFirst();
        List<LocalDate> own = differing.stream()
                .filter(date -> YearMonth.from(date).equals(month))
                .sorted()
                .toList();
        boolean isAdding = kept.isPresent()
                && !model.merge().isEmpty()
                && !isOlder(model)
                && own.stream().noneMatch(draft::wasOver);
        if (!isAdding) {
            return work.run(model, binder.month(model, month, days, days));
        }
        Span added = new Span(
                Span.day(own.get(0)).from(), Span.day(own.get(own.size() - 1)).to());
        Work.Made fresh =
                work.run(model, binder.month(model, month, days, added).unordered());
        List<Relation.Part> parts = new ArrayList<>(Work.parts(List.of(fresh)));
        parts.add(0, new Relation.Part(List.of(store.local(kept.get().key())), null));
        Work.Made made = work.merge(model, parts);
        Work.discard(fresh);
        return made;
    }

    private void run(Model model, Group group, List<Target> recent, LocalDate open) {
        if (group.targets().isEmpty()) {
            return;
        }
        List<Target> targets = model.ofPeriodsOver()
                ? group.targets().stream().filter(this::isOver).toList()
                : group.targets();
        List<Work.Made> made = targets.isEmpty()
                ? Collections.nCopies(group.pieces().size(), work.nothing())
                : work.split(
                        model,
                        query(model, targets, recent, open),
                        group.pieces().stream().map(Piece::condition).toList());
        for (int at = 0; at < made.size(); at++) {
            group.pieces().get(at).placing().place(model, made.get(at));
        }
    }

    /** An hour is once the newest snapshot reaches its end, what is longer with the snapshot after that. */
    private boolean isOver(Target target) {
        return switch (target.name()) {
            case Target.HOUR -> !target.span().to().isAfter(tables.end());
            case Target.DAY, Target.WEEK ->
                !target.span().to().isAfter(draft.newestSnapshot().orElseThrow());
            default -> false;
        };
    }

    /** Computes what is known of the days before the open one, where any of it has changed. */
    private void recent(LocalDate open, List<LocalDate> differing) {
        List<LocalDate> days = open.minusDays(RECENT_DAYS).datesUntil(open).toList();
        boolean same = draft.publishedOpen().filter(open::equals).isPresent();
        for (Model model : wanted(Unit.RECENT)) {
            if (!same
                    || isOlder(model)
                    || draft.periods(model.name()).isEmpty()
                    || days.stream().anyMatch(differing::contains)) {
                Query query = binder.days(model, days.stream().map(Span::day).toList());
                setPeriod(model, "recent", "recent", work.run(model, query));
            }
        }
    }

    private List<Model> wanted(Unit unit) {
        return models.of(unit).stream().filter(wanted).toList();
    }

    private boolean isOlder(Model model) {
        return draft.cover().older().containsKey(model.name());
    }

    private void openDay(Group group, LocalDate date, Target target, DayUnit unit) {
        group.targets().add(target);
        group.pieces()
                .add(new Piece(
                        unit.condition(),
                        (model, made) -> days.replaceUnits(model, date, List.of(unit), List.of(made))));
    }

    private Piece closedDay(LocalDate date, List<Span> hours) {
        List<DayUnit> units = new ArrayList<>(
                hours.stream().map(hour -> DayUnit.hourPeriod(hour.from())).toList());
        units.add(DayUnit.total(date));
        String condition = "period in ('hour', 'day') and period_start >= "
                + Provided.literal(Span.day(date).from()) + " and period_start < "
                + Provided.literal(Span.day(date).to());
        return new Piece(condition, (model, made) -> days.replaceInClosed(model, date, units, List.of(made)));
    }

    private Piece week(String monday, Span week) {
        return new Piece(
                "period = 'week' and period_start = " + Provided.literal(week.from()),
                (model, made) -> setPeriod(model, "weeks", "week-" + monday, made));
    }

    private void setPeriod(Model model, String partition, String unit, Work.Made made) {
        draft.setPeriod(model.name(), unit, work.store(model, partition, unit, made));
    }

    /** @param recent those of the targets that reach as far as the newest snapshot and begin among the recent days */
    private Query query(Model model, List<Target> targets, List<Target> recent, LocalDate open) {
        return binder.targets(model, targets, recent, Span.day(open).from());
    }

    private static List<Target> windows(Instant end) {
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
