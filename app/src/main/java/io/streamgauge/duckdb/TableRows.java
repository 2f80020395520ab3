package io.streamgauge.duckdb;

import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a table within a span, of one published state. DuckDB writes them; none comes to Java's memory. */
public final class TableRows {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DuckDb duckDb;
    private final Models models;
    private final Store store;
    private final Model model;
    private final Span span;
    private final Optional<State> state;

    TableRows(DuckDb duckDb, Models models, Store store, Model model, Span span, Optional<State> state) {
        this.duckDb = duckDb;
        this.models = models;
        this.store = store;
        this.model = model;
        this.span = span;
        this.state = state;
    }

    /** The same rows day by day, where the table is kept by days; else all at once. */
    public List<TableRows> parts() {
        if (state.isEmpty() || isKeptWhole()) {
            return List.of(this);
        }
        List<TableRows> parts = state.get().dates().stream()
                .filter(date -> span.overlaps(Span.day(date)))
                .map(date -> new TableRows(duckDb, models, store, model, span.common(Span.day(date)), state))
                .toList();
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /**
     * Writes the rows into a file.
     *
     * @return their number
     */
    public long write(TableExport.Format format, Path target) {
        return write(format, target, Set.of(), Map.of());
    }

    /**
     * Writes them without some columns, and with words about them where the format has a place for that: Parquet's metadata.
     *
     * @throws QueryTimeoutException after half an hour
     */
    public long write(TableExport.Format format, Path target, Set<String> without, Map<String, String> about) {
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        state.ifPresentOrElse(
                published -> bind(published, inputs), () -> inputs.put(model.name(), new Relation.Files(List.of())));
        String order = model.order().isEmpty() ? "snapshot_at, position" : String.join(", ", model.order());
        String exclude = without.isEmpty()
                ? ""
                : " exclude (" + without.stream().sorted().collect(Collectors.joining(", ")) + ")";
        String sql = "select *" + exclude + " from " + model.name() + condition() + " order by " + order;
        String words = about.isEmpty() || format != TableExport.Format.PARQUET
                ? ""
                : about.entrySet().stream()
                        .map(word -> word.getKey() + ": " + DuckDb.quoted(word.getValue()))
                        .collect(Collectors.joining(", ", ", kv_metadata {", "}"));
        return duckDb.execute(
                "copy (" + DuckDb.text(new Query(sql, inputs, List.of())) + ") to " + DuckDb.quoted(target) + " ("
                        + format.options() + words + ")",
                LONGEST);
    }

    private boolean isKeptWhole() {
        return model.unit() == Unit.PERIOD
                || model.unit() == Unit.ROLLING
                || model.unit() == Unit.RECENT
                || model.unit() == Unit.MONTH
                || model.unit() == Unit.LEARNT
                || !model.merge().isEmpty();
    }

    private void bind(State published, LinkedHashMap<String, Relation> inputs) {
        Tables tables = new Tables(models, store, published);
        if (model.isView()) {
            inputs.put("landing", landing(published));
            inputs.put(model.name(), new Relation.Text(model.sql()));
        } else if (isKeptWhole()) {
            inputs.put(model.name(), tables.all(model.name()));
        } else {
            inputs.put(model.name(), tables.within(model.name(), daysWithin(published)));
        }
    }

    /** The span on the days that there are: all of time has millions. */
    private List<Span> daysWithin(State published) {
        return published.dates().stream()
                .map(Span::day)
                .filter(span::overlaps)
                .map(span::common)
                .toList();
    }

    /** What is left in landing of the snapshots in the span. */
    private Relation landing(State published) {
        Set<String> left =
                new Landing(store).list().stream().map(Landing.Landed::key).collect(Collectors.toSet());
        List<String> keys = published.dates().stream()
                .filter(date -> span.overlaps(Span.day(date)))
                .flatMap(date -> published.day(date).snapshots().stream())
                .filter(entry -> span.holds(entry.crawl().snapshotAt()))
                .map(DayLedger.Entry::key)
                .filter(left::contains)
                .toList();
        store.prepare(keys);
        List<Path> files = keys.stream().map(store::local).toList();
        return new Relation.Files(files.isEmpty() ? List.of() : List.of(new Relation.Part(files, null)));
    }

    private String condition() {
        if (model.unit() == Unit.PERIOD || model.unit() == Unit.ROLLING) {
            return between("period_start");
        }
        if (model.unit() == Unit.MONTH) {
            return between("month_at");
        }
        if (!model.merge().isEmpty()) {
            return " where last_seen_at >= " + Provided.literal(span.from()) + " and first_seen_at < "
                    + Provided.literal(span.to());
        }
        return "";
    }

    private String between(String column) {
        return " where " + column + " >= " + Provided.literal(span.from()) + " and " + column + " < "
                + Provided.literal(span.to());
    }
}
