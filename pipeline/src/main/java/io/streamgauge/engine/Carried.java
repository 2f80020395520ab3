package io.streamgauge.engine;

import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Publication;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What a rebuild takes over from the published tables: snapshots that landing no longer holds. */
final class Carried {

    private Carried() {}

    /**
     * Puts them into the draft, with the tables that only landing could give anew, and their days among the pending ones.
     *
     * @return the days whose tables are all taken over, since their observations are no longer kept
     */
    static Set<LocalDate> into(
            Draft draft,
            Optional<Publication> base,
            Models models,
            SortedMap<LocalDate, List<DayLedger.Entry>> pending) {
        Set<LocalDate> frozen = new HashSet<>();
        if (base.isEmpty()) {
            return frozen;
        }
        for (LocalDate date : base.get().days().keySet()) {
            DayLedger old = draft.published(date);
            draft.addFailures(date, old.failures());
            if (draft.isFrozen(date)) {
                frozen.add(date);
                pending.put(date, new ArrayList<>());
                draft.add(date, old.snapshots());
                Stream.concat(
                                Stream.of(Unit.SNAPSHOT, Unit.HOUR, Unit.DAY).flatMap(unit -> models.of(unit).stream()),
                                models.of(Unit.OVER).stream().filter(OverBuild::readsObservations))
                        .forEach(model -> draft.carry(date, model.name()));
                continue;
            }
            Set<String> inLanding = new HashSet<>();
            pending.getOrDefault(date, List.of()).forEach(entry -> inLanding.add(entry.key()));
            List<DayLedger.Entry> carried = old.snapshots().stream()
                    .filter(entry -> !inLanding.contains(entry.key()))
                    .toList();
            if (!carried.isEmpty()) {
                draft.add(date, carried);
                for (Model model : models.of(Unit.SNAPSHOT)) {
                    if (models.readsLanding(model)) {
                        draft.carry(date, model.name());
                    }
                    if (!model.merge().isEmpty()) {
                        base.get()
                                .periods()
                                .getOrDefault(model.name(), List.of())
                                .forEach(file -> draft.setPeriod(model.name(), file.unit(), Optional.of(file)));
                    }
                }
                pending.computeIfAbsent(date, day -> new ArrayList<>());
            }
        }
        return frozen;
    }
}
