package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brings the tables up to date with landing, day by day, and publishes each step at once. */
public final class Transformer {

    /** Days that are published together: what a kill in a long catching-up costs at most. */
    private static final int DAYS_AT_ONCE = 7;

    private final Store store;
    private final Ledger ledger;
    private final Landing landing;
    private final SnapshotFormat format;
    private final Models models;
    private final Engine engine;
    private final Path scratch;

    /** @param scratch a folder on this machine for files in the making */
    public Transformer(Store store, Ledger ledger, SnapshotFormat format, Models models, Engine engine, Path scratch) {
        this.store = store;
        this.ledger = ledger;
        this.landing = new Landing(store);
        this.format = format;
        this.models = models;
        this.engine = engine;
        this.scratch = scratch;
    }

    /** Takes in the snapshots that landed within the span and are in no table yet. */
    public synchronized TransformResult update(Span span, TransformListener listener) {
        Intake intake = new Intake(store, format, scratch);
        Counts counts = new Counts();
        while (true) {
            Optional<Publication> base = ledger.current();
            Batches batches = new Batches(pending(base, span, intake));
            if (batches.isEmpty()) {
                return counts.result(intake, base);
            }
            for (List<LocalDate> step : batches.steps(DAYS_AT_ONCE)) {
                Draft draft = Draft.on(ledger, base);
                if (!take(draft, step, batches, intake, listener)) {
                    break;
                }
                base = Optional.of(publish(draft));
                step.forEach(date -> counts.add(batches.of(date)));
            }
        }
    }

    /** Recomputes every table from landing, and from the tables themselves where landing no longer holds a snapshot. */
    public synchronized TransformResult rebuild(TransformListener listener) {
        Intake intake = new Intake(store, format, scratch);
        while (true) {
            Optional<Publication> base = ledger.current();
            Draft draft = Draft.insteadOf(ledger, base);
            TreeMap<LocalDate, List<DayLedger.Entry>> pending = pending(Optional.empty(), Span.EVER, intake);
            Carried.into(draft, base, models, pending);
            Batches batches = new Batches(pending);
            Counts counts = new Counts();
            if (batches.isEmpty()) {
                return counts.result(intake, base);
            }
            if (take(draft, batches.dates(), batches, intake, listener)) {
                batches.dates().forEach(date -> counts.add(batches.of(date)));
                return counts.result(intake, Optional.of(publish(draft)));
            }
        }
    }

    /**
     * Takes in whole days that are over and whose snapshots are not in landing, from tables by snapshot that were made
     * elsewhere.
     *
     * @param days the crawl records and, by table, the file of each day
     */
    public synchronized Publication adopt(List<AdoptedDay> days) {
        Draft draft = Draft.on(ledger, ledger.current());
        Work work = new Work(engine, store, scratch);
        LocalDate last = days.get(days.size() - 1).date();
        Batch batch =
                new Batch(models, draft, store, work, Optional.of(Span.day(last).to()));
        for (AdoptedDay day : days) {
            draft.add(day.date(), day.entries());
            DayTables tables = new DayTables(draft, work, store);
            day.tables()
                    .forEach((table, file) ->
                            tables.replaceDay(models.get(table), day.date(), new Work.Made(file.path(), file.rows())));
            batch.take(day.date(), List.of());
        }
        batch.finish();
        return publish(draft);
    }

    /** False where a file turned out unreadable: it has been set aside, and the days must be planned anew. */
    private boolean take(
            Draft draft, List<LocalDate> dates, Batches batches, Intake intake, TransformListener listener) {
        Batch batch = new Batch(models, draft, store, new Work(engine, store, scratch), batches.newest());
        for (LocalDate date : dates) {
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

    private Publication publish(Draft draft) {
        return draft.publish()
                .orElseThrow(() -> new LakeException("Another transform has published in " + store
                        + " meanwhile; this one has changed nothing, run it again"));
    }

    private TreeMap<LocalDate, List<DayLedger.Entry>> pending(Optional<Publication> base, Span span, Intake intake) {
        landing.foreign().forEach(key -> intake.setAside(key, "its name is not that of a snapshot"));
        TreeMap<LocalDate, List<DayLedger.Entry>> pending = new TreeMap<>();
        TreeMap<LocalDate, Set<String>> known = new TreeMap<>();
        for (Landing.Landed landed : landing.list()) {
            LocalDate date = landed.snapshot().date();
            Set<String> keys = known.computeIfAbsent(date, day -> keys(base, day));
            if (span.holds(landed.snapshot().at()) && !keys.contains(landed.key())) {
                intake.read(landed).ifPresent(entry -> pending.computeIfAbsent(date, day -> new ArrayList<>())
                        .add(entry));
            }
        }
        return pending;
    }

    private Set<String> keys(Optional<Publication> base, LocalDate date) {
        Set<String> keys = new HashSet<>();
        base.ifPresent(state -> ledger.day(state, date).snapshots().forEach(entry -> keys.add(entry.key())));
        return keys;
    }
}
