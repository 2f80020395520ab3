package io.streamgauge.engine;

import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.Publication;
import io.streamgauge.model.Model;
import io.streamgauge.model.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes in what was learnt of categories since the tables were computed, and computes those days anew in which a category was
 * watched of which something else is known now; all in one state.
 */
final class Relabelling {

    private static final String DAYS = "gold_game_periods";
    private static final String MONTHS = "gold_game_months";

    private static final String WATCHED = """
            with differing as (
                select category_id from (select * from learnt_now except select * from %4$s) as gained
                union all
                select category_id from (select * from %4$s except select * from learnt_now) as lost
            )
            select distinct cast(%1$s as string) as watched_at
            from %2$s
            where %3$s and category_id in (select category_id from differing)
            """;

    private final Workshop workshop;
    private String lookedAt = "";

    Relabelling(Workshop workshop) {
        this.workshop = workshop;
    }

    void run(RunLog log, TransformListener listener) {
        Optional<Publication> base = workshop.ledger.current();
        String version = CategoryMetadata.versionIn(workshop.store);
        if (base.isEmpty() || version.equals(lookedAt)) {
            return;
        }
        for (Model model : workshop.models.of(Unit.LEARNT)) {
            run(model, base, log, listener);
        }
        lookedAt = version;
    }

    private void run(Model learnt, Optional<Publication> base, RunLog log, TransformListener listener) {
        Draft draft = workshop.draft(base);
        Work work = workshop.work();
        Relation before = new Tables(workshop.models, workshop.store, draft).all(learnt.name());
        Labels labels = workshop.labels(draft, work);
        labels.learn(learnt);
        if (draft.periods(learnt.name()).equals(base.orElseThrow().periods().getOrDefault(learnt.name(), List.of()))) {
            return;
        }
        TreeSet<LocalDate> changed = watched(learnt, before, draft, labels, work);
        if (!changed.isEmpty()) {
            listener.relabels(List.copyOf(changed));
        }
        for (Model model : workshop.models.of(Unit.LABELLED)) {
            changed.stream()
                    .filter(date -> !isDueAnyway(draft, model, date))
                    .forEach(date -> labels.compute(model, date));
        }
        log.touches(changed);
        log.published(workshop.publish(draft), work.stored());
    }

    /** Whether the day is going to be computed because its model has changed. */
    private static boolean isDueAnyway(Draft draft, Model model, LocalDate date) {
        return draft.cover().older().getOrDefault(model.name(), Map.of()).containsKey(date);
    }

    /** The days that are over in which a category was watched of which something else is known: months first, which are few. */
    private TreeSet<LocalDate> watched(Model learnt, Relation before, Draft draft, Labels labels, Work work) {
        Tables tables = new Tables(workshop.models, workshop.store, draft);
        Set<YearMonth> months = dates(
                        work,
                        labels.since(
                                learnt,
                                before,
                                WATCHED.formatted("month_at", MONTHS, "true", learnt.name()),
                                MONTHS,
                                tables.all(MONTHS)))
                .map(YearMonth::from)
                .collect(Collectors.toSet());
        LocalDate open = draft.newestSnapshot().map(Span::day).orElse(LocalDate.EPOCH);
        List<Target> days = draft.dates().stream()
                .filter(date -> date.isBefore(open) && months.contains(YearMonth.from(date)))
                .map(date -> new Target(Target.DAY, Span.day(date)))
                .toList();
        return days.isEmpty()
                ? new TreeSet<>()
                : dates(
                                work,
                                labels.since(
                                        learnt,
                                        before,
                                        WATCHED.formatted("period_start", DAYS, "period = 'day'", learnt.name()),
                                        DAYS,
                                        tables.periods(DAYS, days)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> dates(Work work, Query query) {
        return work.texts(query, "watched_at").stream().map(text -> LocalDate.parse(text.substring(0, 10)));
    }
}
