package io.streamgauge.engine;

import io.streamgauge.lake.CategoryMetadata;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps in a draft what figures are told apart by, and the days' figures that rest on it. */
final class Labels {

    private final Models models;
    private final Draft draft;
    private final Work work;
    private final Store store;
    private final DayTables days;
    private final Binder binder;

    Labels(Models models, Draft draft, Work work, Store store) {
        this.models = models;
        this.draft = draft;
        this.work = work;
        this.store = store;
        this.days = new DayTables(draft, work, store);
        this.binder = new Binder(models, new Tables(models, store, draft), () -> CategoryMetadata.stateIn(store)
                .files(store));
    }

    /** Takes in what is known of categories now. */
    void learn() {
        models.of(Unit.LEARNT).forEach(this::learn);
    }

    void learn(Model model) {
        Work.Made made = work.run(model, binder.periods(model.sql(), model.inputs(), model.order(), List.of()));
        draft.setPeriod(model.name(), "learnt", work.store(model, "learnt", "learnt", made));
    }

    /** A query over what is known now, as {@code learnt_now}, what was known before, under its own name, and a table. */
    Query since(Model learnt, Relation before, String sql, String table, Relation rows) {
        List<String> inputs = new ArrayList<>(learnt.inputs());
        inputs.addAll(List.of("learnt_now", learnt.name(), table));
        return binder.query(
                sql,
                inputs,
                List.of(),
                Map.of(),
                Map.of("learnt_now", new Relation.Text(learnt.sql()), learnt.name(), before, table, rows));
    }

    /** Computes a day that is over by what was taken in last. */
    void compute(Model model, LocalDate date) {
        List<Target> day = List.of(new Target(Target.DAY, Span.day(date)));
        days.replaceDay(model, date, work.run(model, binder.periods(model.sql(), model.inputs(), model.order(), day)));
    }
}
