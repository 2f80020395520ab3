package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Run;
import io.streamgauge.lake.Slot;
import io.streamgauge.lake.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks what a backfill has to do, and what it cannot do. */
final class BackfillPlanner {

    private final Workshop workshop;
    private final Refresh refresh;
    private final Landing landing;

    BackfillPlanner(Workshop workshop, Refresh refresh) {
        this.workshop = workshop;
        this.refresh = refresh;
        this.landing = new Landing(workshop.store);
    }

    Backfill of(Span span, BackfillMode mode) {
        Optional<Publication> base = workshop.ledger.current();
        TreeMap<LocalDate, Integer> waiting = waiting(base, span);
        Set<Instant> waitingAt = new HashSet<>();
        unknown(base, span).stream()
                .filter(Landing.Landed::isComplete)
                .forEach(landed -> waitingAt.add(landed.snapshot().at()));
        Set<LocalDate> failed = failed();
        List<LocalDate> dates = base.map(state -> List.copyOf(state.days().keySet())).orElse(List.of()).stream()
                .filter(date -> span.overlaps(Span.day(date)))
                .toList();
        Plan plan =
                switch (mode) {
                    case MISSING -> refresh.stale(span);
                    case FAILED ->
                        refresh.everything(
                                dates.stream().filter(failed::contains).toList());
                    case ALL -> refresh.everything(dates);
                };
        return new Backfill(plan, waiting, lost(base, span, waitingAt));
    }

    private TreeMap<LocalDate, Integer> waiting(Optional<Publication> base, Span span) {
        TreeMap<LocalDate, Integer> waiting = new TreeMap<>();
        unknown(base, span).forEach(landed -> waiting.merge(landed.snapshot().date(), 1, Integer::sum));
        return waiting;
    }

    private List<Landing.Landed> unknown(Optional<Publication> base, Span span) {
        return landing.list().stream()
                .filter(landed -> span.holds(landed.snapshot().at()))
                .filter(landed -> base.isEmpty()
                        || workshop.ledger.day(base.get(), landed.snapshot().date()).snapshots().stream()
                                .noneMatch(entry -> entry.key().equals(landed.key())))
                .toList();
    }

    /** Days that a run failed on, and none has computed since. */
    private Set<LocalDate> failed() {
        Set<LocalDate> failed = new TreeSet<>();
        Set<LocalDate> done = new HashSet<>();
        for (Run run : workshop.ledger.runs().all()) {
            for (LocalDate date : run.days()) {
                if (run.outcome().equals(Run.DONE)) {
                    done.add(date);
                } else if (!done.contains(date)) {
                    failed.add(date);
                }
            }
        }
        return failed;
    }

    private List<Slot> lost(Optional<Publication> base, Span span, Set<Instant> waitingAt) {
        List<DayLedger> days = base.map(state -> state.days().keySet().stream()
                        .map(date -> workshop.ledger.day(state, date))
                        .toList())
                .orElse(List.of());
        Instant now = workshop.ledger.clock().instant();
        Instant until = newest(days).isAfter(now) ? newest(days) : now;
        return Slots.of(days, landing.failures().values(), span.to().isBefore(until) ? span.to() : until).stream()
                .filter(slot -> span.holds(slot.at()))
                .filter(slot -> slot.state() != Slot.State.COMPLETE && slot.state() != Slot.State.SET_APART)
                .filter(slot -> waitingAt.stream()
                        .noneMatch(at -> new Span(slot.at(), slot.at().plusSeconds(slot.cadenceSeconds())).holds(at)))
                .toList();
    }

    private static Instant newest(List<DayLedger> days) {
        return days.stream()
                .flatMap(day -> day.snapshots().stream())
                .map(entry -> entry.crawl().snapshotAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
