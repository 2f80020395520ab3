package io.streamgauge.engine;

import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Computes what days that are over say. Most of it rests on all that was before, and is computed anew for every day after one
 * that has changed; what rests on observations needs those of the day and of the one before alone.
 */
final class OverBuild {

    private static final String OBSERVATIONS = "silver_stream_updates";

    private final Models models;
    private final Draft draft;
    private final DayTables days;
    private final Work work;
    private final Binder binder;
    private final Predicate<Model> wanted;

    /** @param wanted the tables that are computed */
    OverBuild(Models models, Draft draft, DayTables days, Work work, Binder binder, Predicate<Model> wanted) {
        this.models = models;
        this.draft = draft;
        this.days = days;
        this.work = work;
        this.binder = binder;
        this.wanted = wanted;
    }

    /** Whether a model reads observations, or another model over that does. */
    static boolean restsOnObservations(Models models, Model model) {
        return readsObservations(model)
                || model.inputs().stream()
                        .filter(models::has)
                        .map(models::get)
                        .anyMatch(input -> input.unit() == Unit.OVER && restsOnObservations(models, input));
    }

    /** Whether a model can be computed only while there are observations. */
    static boolean readsObservations(Model model) {
        return model.unit() == Unit.OVER && model.inputs().contains(OBSERVATIONS);
    }

    /**
     * @param open the newest snapshot's day: those before it are over
     * @param differing days whose channels are not what they were
     * @param touched days of which anything may have changed
     */
    void run(LocalDate open, List<LocalDate> differing, Collection<LocalDate> touched) {
        List<Model> all = models.of(Unit.OVER).stream().filter(wanted).toList();
        if (all.isEmpty()) {
            return;
        }
        Set<LocalDate> observed = new HashSet<>();
        touched.stream().filter(date -> draft.differs(date, OBSERVATIONS)).forEach(observed::add);
        for (LocalDate date : draft.dates()) {
            if (!date.isBefore(open)) {
                continue;
            }
            boolean follows = differing.stream().anyMatch(changed -> !changed.isAfter(date));
            boolean isSeenAnew = observed.contains(date) || observed.contains(date.minusDays(1));
            Set<String> made = new HashSet<>();
            for (Model model : all) {
                boolean isDropped = touched.contains(date) && lacks(date, model);
                boolean isDue;
                if (readsObservations(model)) {
                    isDue = !draft.isFrozen(date) && (isSeenAnew || isDropped);
                } else if (restsOnObservations(models, model)) {
                    isDue = isDropped || model.inputs().stream().anyMatch(made::contains);
                } else {
                    isDue = follows;
                }
                if (isDue) {
                    days.replaceDay(model, date, work.run(model, binder.over(model, date)));
                    made.add(model.name());
                }
            }
        }
    }

    private boolean lacks(LocalDate date, Model model) {
        return draft.day(date).files(model.name()).isEmpty();
    }
}
