package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Brings the tables up to date with landing and with the models, day by day, and publishes each step at once. */
public final class Transformer {

    /** Days that are published together: what a kill in a long catching-up costs at most. */
    private static final int DAYS_AT_ONCE = 7;

    private final Workshop workshop;
    private final Pending pending;
    private final Refresh refresh;
    private final Relabelling relabelling;

    /** @param scratch a folder on this machine for files in the making */
    public Transformer(Store store, Ledger ledger, SnapshotFormat format, Models models, Engine engine, Path scratch) {
        this.workshop = new Workshop(store, ledger, format, models, engine, scratch);
        this.pending = new Pending(workshop);
        this.refresh = new Refresh(workshop, DAYS_AT_ONCE);
        this.relabelling = new Relabelling(workshop);
    }

    /**
     * Computes anew what was learnt of categories and what models that have changed make necessary, and takes in the snapshots
     * that landed and are in no table yet; the latter two within the span.
     */
    public synchronized TransformResult update(Span span, TransformListener listener) {
        return logged("transform", log -> {
            relabelling.run(log, listener);
            Intake intake = workshop.intake(workshop.ledger.current());
            Plan plan = refresh.stale(span);
            if (!plan.equals(Plan.NOTHING)) {
                listener.plans(plan);
            }
            refresh.run(plan, dates -> refresh.stale(span), intake, log, listener);
            return takeIn(span, plan, intake, log, listener);
        });
    }

    /** What models that have changed would make {@link #update} compute anew. */
    public Plan plan(Span span) {
        return refresh.stale(span);
    }

    /** What {@link #backfill} would do; nothing is changed. */
    public Backfill planBackfill(Span span, BackfillMode mode) {
        return new BackfillPlanner(workshop, refresh).of(span, mode);
    }

    /** Takes in what has landed within a span, and computes the days anew that the mode says. */
    public synchronized TransformResult backfill(Span span, BackfillMode mode, TransformListener listener) {
        return logged("backfill", log -> {
            Backfill backfill = planBackfill(span, mode);
            Intake intake = workshop.intake(workshop.ledger.current());
            refresh.run(
                    backfill.plan(),
                    dates -> mode == BackfillMode.MISSING ? refresh.stale(span) : refresh.everything(dates),
                    intake,
                    log,
                    listener);
            return takeIn(span, backfill.plan(), intake, log, listener);
        });
    }

    /** Recomputes every table from landing, and from the tables themselves where landing no longer holds a snapshot. */
    public synchronized TransformResult rebuild(TransformListener listener) {
        return logged("rebuild", log -> {
            Optional<Publication> base = workshop.ledger.current();
            Intake intake = workshop.intake(base);
            while (true) {
                base = workshop.ledger.current();
                Draft draft = Draft.insteadOf(workshop.ledger, base, workshop.versions);
                TreeMap<LocalDate, List<DayLedger.Entry>> snapshots =
                        pending.snapshots(Optional.empty(), Span.EVER, intake);
                Set<LocalDate> frozen = Carried.into(draft, base, workshop.models, snapshots);
                pending.failures(Optional.empty(), Span.EVER).forEach(draft::addFailures);
                Batches batches = new Batches(snapshots);
                Counts counts = new Counts();
                if (batches.isEmpty()) {
                    return counts.result(Plan.NOTHING, intake, base);
                }
                log.touches(batches.dates());
                Work work = workshop.work();
                workshop.labels(draft, work).learn();
                if (take(draft, work, batches.dates(), frozen, batches, intake, listener)) {
                    batches.dates().forEach(date -> count(draft, date, batches, counts, log));
                    Publication published = workshop.publish(draft);
                    log.published(published, work.stored());
                    return counts.result(Plan.NOTHING, intake, Optional.of(published));
                }
            }
        });
    }

    /**
     * Takes in whole days that are over and whose snapshots are not in landing, from tables by snapshot that were made
     * elsewhere. Where a day has its tables by day already, these stand, and the periods alone are computed.
     *
     * @param days the crawl records and, by table, the file of each day
     */
    public synchronized Publication adopt(List<AdoptedDay> days) {
        Draft draft = workshop.draft(workshop.ledger.current());
        Work work = workshop.work();
        LocalDate last = days.get(days.size() - 1).date();
        Batch batch = workshop.batch(draft, work, Optional.of(Span.day(last).to()));
        for (AdoptedDay day : days) {
            draft.add(day.date(), day.entries());
            DayTables tables = new DayTables(draft, work, workshop.store);
            day.tables()
                    .forEach((table, file) -> tables.replaceDay(
                            workshop.models.get(table), day.date(), new Work.Made(file.path(), file.rows())));
            if (workshop.models.of(Unit.DAY).stream()
                    .allMatch(model -> day.tables().containsKey(model.name()))) {
                batch.keep(day.date());
            } else {
                batch.take(day.date(), List.of());
            }
        }
        batch.finish();
        return workshop.publish(draft);
    }

    /** Lets go of what need not be kept any longer, and of files that no state names. */
    public synchronized Retained retain(Keeping keeping) {
        return logged("retention", log -> {
            Retained retained = new Retention(workshop, keeping).apply(log);
            new Sweep(workshop).daily();
            return retained;
        });
    }

    /** In how many rows of each table a channel occurs. */
    public synchronized SortedMap<String, Long> occurrences(long channelId) {
        return new Forgetting(workshop, String.valueOf(channelId)).occurrences();
    }

    /**
     * Removes a channel from every table and from landing, and remembers in a form that names nobody that it must not come
     * back. What is set aside is deleted. Can be repeated.
     */
    public synchronized void forget(long channelId) {
        logged("forget", log -> {
            new Forgetting(workshop, String.valueOf(channelId)).run(log);
            return true;
        });
    }

    private TransformResult takeIn(Span span, Plan plan, Intake intake, RunLog log, TransformListener listener) {
        Counts counts = new Counts();
        while (true) {
            Optional<Publication> base = workshop.ledger.current();
            Batches batches = new Batches(pending.snapshots(base, span, intake));
            Map<LocalDate, List<FailedCrawl>> failures = pending.failures(base, span);
            if (batches.isEmpty() && failures.isEmpty()) {
                return counts.result(plan, intake, base);
            }
            log.touches(batches.dates());
            List<List<LocalDate>> steps = new ArrayList<>(batches.steps(DAYS_AT_ONCE));
            if (steps.isEmpty()) {
                steps.add(List.of());
            }
            for (List<LocalDate> step : steps) {
                Draft draft = workshop.draft(base);
                failures.forEach(draft::addFailures);
                Work work = workshop.work();
                if (base.isEmpty()) {
                    workshop.labels(draft, work).learn();
                }
                if (!take(draft, work, step, Set.of(), batches, intake, listener)) {
                    break;
                }
                base = Optional.of(workshop.publish(draft));
                log.published(base.get(), work.stored());
                step.forEach(date -> count(draft, date, batches, counts, log));
            }
        }
    }

    private static void count(Draft draft, LocalDate date, Batches batches, Counts counts, RunLog log) {
        List<String> keys = batches.of(date).stream().map(DayLedger.Entry::key).toList();
        List<DayLedger.Entry> judged = draft.day(date).snapshots().stream()
                .filter(entry -> keys.contains(entry.key()))
                .toList();
        counts.add(judged);
        log.tookIn(judged.size());
    }

    /** False where a file turned out unreadable: it has been set aside, and the days must be planned anew. */
    private boolean take(
            Draft draft,
            Work work,
            List<LocalDate> dates,
            Set<LocalDate> frozen,
            Batches batches,
            Intake intake,
            TransformListener listener) {
        Batch batch = workshop.batch(draft, work, batches.newest());
        for (LocalDate date : dates) {
            if (frozen.contains(date)) {
                batch.keep(date);
                continue;
            }
            try {
                batch.take(date, batches.of(date));
            } catch (EngineException e) {
                if (intake.setAsideUnreadable(batches.of(date))) {
                    return false;
                }
                throw e;
            }
            listener.day(date, batches.of(date).size(), batches.done(date), batches.total());
        }
        batch.finish();
        return true;
    }

    private <T> T logged(String kind, Function<RunLog, T> task) {
        return RunLog.of(kind, workshop.ledger.runs(), workshop.ledger.clock(), task);
    }
}
