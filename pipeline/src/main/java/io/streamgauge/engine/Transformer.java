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
            TreeMap<LocalDate, List<DayLedger.Entry>> pending = pending(base, span, intake);
            if (pending.isEmpty()) {
                return counts.result(intake, base);
            }
            Batches batches = new Batches(pending);
            for (LocalDate date : pending.keySet()) {
                Draft draft = Draft.on(ledger, base);
                if (!take(draft, date, batches, intake)) {
                    break;
                }
                base = Optional.of(publish(draft));
                counts.add(pending.get(date));
                listener.day(date, pending.get(date).size(), batches.done(date), batches.total());
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
            if (pending.isEmpty() && draft.dates().isEmpty()) {
                return new Counts().result(intake, base);
            }
            Batches batches = new Batches(pending);
            Counts counts = new Counts();
            boolean taken = true;
            for (LocalDate date : pending.keySet()) {
                taken = taken && take(draft, date, batches, intake);
                counts.add(pending.get(date));
                listener.day(date, pending.get(date).size(), batches.done(date), batches.total());
            }
            if (taken) {
                return counts.result(intake, Optional.of(publish(draft)));
            }
        }
    }

    /** False where a file turned out unreadable: it has been set aside, and the day must be planned anew. */
    private boolean take(Draft draft, LocalDate date, Batches batches, Intake intake) {
        try {
            new Batch(models, draft, store, new Work(engine, store, scratch), batches.newest())
                    .take(date, batches.of(date));
            return true;
        } catch (EngineException e) {
            if (intake.setAsideUnreadable(batches.of(date))) {
                return false;
            }
            throw e;
        }
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
