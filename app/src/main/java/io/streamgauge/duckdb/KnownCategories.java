package io.streamgauge.duckdb;

import io.streamgauge.engine.Binder;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.util.List;
import java.util.Map;

/** The categories that streams were ever seen in. */
public final class KnownCategories {

    private final DuckDb duckDb;
    private final Models models;
    private final Store store;
    private final Ledger ledger;

    /** @param duckDb an instance that knows the models' columns */
    public KnownCategories(DuckDb duckDb, Models models, Store store, Ledger ledger) {
        this.duckDb = duckDb;
        this.models = models;
        this.store = store;
        this.ledger = ledger;
    }

    /** Their ids in the state that is published now, those seen last first; the one without a name is none. */
    public List<String> ids() {
        return ledger.current()
                .map(publication -> {
                    Tables tables = new Tables(models, store, State.of(ledger, publication));
                    Query query = new Binder(models, tables)
                            .query("""
                            select category_id
                            from silver_category_names
                            where category_id <> ''
                            group by category_id
                            order by max(last_seen_at) desc, try_cast(category_id as bigint), category_id
                            """, List.of("silver_category_names"), List.of(), Map.of(), Map.of());
                    return duckDb.select(query, List.of(), row -> row.text("category_id"));
                })
                .orElse(List.of());
    }
}
