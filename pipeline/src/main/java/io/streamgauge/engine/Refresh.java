package io.streamgauge.engine;

import io.streamgauge.lake.Publication;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Computes days anew that are in the tables already, the latest first, and publishes every few days. */
final class Refresh {

    private final Workshop workshop;
    private final int daysAtOnce;

    Refresh(Workshop workshop, int daysAtOnce) {
        this.workshop = workshop;
        this.daysAtOnce = daysAtOnce;
    }

    /** What models that have changed make necessary within a span; nothing is computed yet. */
    Plan stale(Span span) {
        return workshop.ledger
                .current()
                .map(base -> {
                    Draft draft = workshop.draft(Optional.of(base));
                    return Plan.isNeeded(base, draft)
                            ? Plan.stale(workshop.models, draft, workshop.store, within(base, span))
                            : Plan.NOTHING;
                })
                .orElse(Plan.NOTHING);
    }

    /** Every table of some days. */
    Plan everything(List<LocalDate> dates) {
        return workshop.ledger
                .current()
                .map(base -> Plan.everything(
                        workshop.models,
                        workshop.draft(Optional.of(base)),
                        workshop.store,
                        dates.stream().filter(base.days()::containsKey).toList()))
                .orElse(Plan.NOTHING);
    }

    /**
     * Does what the plan says.
     *
     * @param again makes the plan anew after a file turned out unreadable
     */
    void run(Plan plan, Function<List<LocalDate>, Plan> again, Intake intake, RunLog log, TransformListener listener) {
        List<LocalDate> dates = new ArrayList<>(plan.days().keySet());
        Collections.reverse(dates);
        log.touches(dates);
        int done = 0;
        Plan valid = plan;
        while (done < dates.size()) {
            List<LocalDate> step = new ArrayList<>(dates.subList(done, Math.min(dates.size(), done + daysAtOnce)));
            Collections.sort(step);
            if (!retake(valid, step, intake, log)) {
                valid = again.apply(dates.subList(done, dates.size()));
                continue;
            }
            done += step.size();
            listener.recomputed(step, done, dates.size());
        }
    }

    private boolean retake(Plan plan, List<LocalDate> step, Intake intake, RunLog log) {
        Draft draft = workshop.draft(workshop.ledger.current());
        Work work = workshop.work();
        Batch batch = workshop.batch(draft, work, Optional.empty());
        for (LocalDate date : step) {
            if (!plan.days().containsKey(date)) {
                continue;
            }
            try {
                batch.retake(date, plan.days().get(date));
            } catch (EngineException e) {
                if (intake.setAsideUnreadable(draft.published(date).snapshots())) {
                    return false;
                }
                throw e;
            }
        }
        batch.finish();
        log.published(workshop.publish(draft), work.stored());
        return true;
    }

    private static List<LocalDate> within(Publication base, Span span) {
        return base.days().keySet().stream()
                .filter(date -> span.overlaps(Span.day(date)))
                .toList();
    }
}
