package io.streamgauge.duckdb;

import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the rows of a table into one file, in constant memory. */
public final class TableExport {

    /** The forms that a table can be written in. */
    public enum Format {
        CSV("format csv, header true"),
        JSON("format json, array true"),
        PARQUET("format parquet, compression zstd");

        private final String options;

        Format(String options) {
            this.options = options;
        }
    }

    private static final String BRONZE = "bronze_stream_updates";

    private final DuckDb duckDb;
    private final Models models;
    private final Store store;
    private final Ledger ledger;

    public TableExport(DuckDb duckDb, Models models, Store store, Ledger ledger) {
        this.duckDb = duckDb;
        this.models = models;
        this.store = store;
        this.ledger = ledger;
    }

    /** The tables that can be written. */
    public List<String> tables() {
        List<String> tables = new ArrayList<>();
        models.all().stream()
                .filter(model -> !model.isView() || model.name().equals(BRONZE))
                .forEach(model -> tables.add(model.name()));
        return tables;
    }

    /**
     * Writes the rows whose time lies within the span: the snapshot's, hour's or day's, the start of a period, or for
     * names the time over which they were seen.
     *
     * @return the number of rows
     * @throws IllegalArgumentException where there is no such table
     */
    public long write(String table, Span span, Format format, Path target) {
        if (!tables().contains(table)) {
            throw new IllegalArgumentException(
                    "There is no table '" + table + "'; there are " + String.join(", ", tables()));
        }
        Model model = models.get(table);
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        ledger.current()
                .ifPresentOrElse(
                        publication -> bind(model, span, publication, inputs),
                        () -> inputs.put(table, new Relation.Files(List.of())));
        String columns = model.order().isEmpty() ? "snapshot_at, position" : String.join(", ", model.order());
        String sql = "select * from " + table + condition(model, span) + " order by " + columns;
        return duckDb.execute("copy (" + DuckDb.text(new Query(sql, inputs, List.of())) + ") to "
                + DuckDb.quoted(target) + " (" + format.options + ")");
    }

    private void bind(Model model, Span span, Publication publication, LinkedHashMap<String, Relation> inputs) {
        State state = State.of(ledger, publication);
        Tables tables = new Tables(models, store, state);
        if (model.isView()) {
            inputs.put("landing", landing(state, span));
            inputs.put(model.name(), new Relation.Text(model.sql()));
        } else if (model.unit() == Unit.PERIOD
                || model.unit() == Unit.ROLLING
                || model.unit() == Unit.RECENT
                || model.unit() == Unit.MONTH
                || !model.merge().isEmpty()) {
            inputs.put(model.name(), tables.all(model.name()));
        } else {
            inputs.put(model.name(), tables.within(model.name(), List.of(span)));
        }
    }

    /** What is left in landing of the snapshots in the span. */
    private Relation landing(State state, Span span) {
        Set<String> left =
                new Landing(store).list().stream().map(Landing.Landed::key).collect(Collectors.toSet());
        List<String> keys = state.dates().stream()
                .filter(date -> span.overlaps(Span.day(date)))
                .flatMap(date -> state.day(date).snapshots().stream())
                .filter(entry -> span.holds(entry.crawl().snapshotAt()))
                .map(DayLedger.Entry::key)
                .filter(left::contains)
                .toList();
        store.prepare(keys);
        List<Path> files = keys.stream().map(store::local).toList();
        return new Relation.Files(files.isEmpty() ? List.of() : List.of(new Relation.Part(files, null)));
    }

    private static String condition(Model model, Span span) {
        if (model.unit() == Unit.PERIOD || model.unit() == Unit.ROLLING) {
            return " where period_start >= " + Provided.literal(span.from()) + " and period_start < "
                    + Provided.literal(span.to());
        }
        if (model.unit() == Unit.MONTH) {
            return " where month_at >= " + Provided.literal(span.from()) + " and month_at < "
                    + Provided.literal(span.to());
        }
        if (!model.merge().isEmpty()) {
            return " where last_seen_at >= " + Provided.literal(span.from()) + " and first_seen_at < "
                    + Provided.literal(span.to());
        }
        return "";
    }
}
