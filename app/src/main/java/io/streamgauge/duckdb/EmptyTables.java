package io.streamgauge.duckdb;

import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Provided;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.util.LinkedHashMap;
import java.util.List;

/** A table without a row for every model, so that a relation without files still has columns. */
public final class EmptyTables {

    private EmptyTables() {}

    /**
     * Runs each model over no rows.
     *
     * @throws EngineException naming the model whose text does not run
     */
    public static void create(DuckDb duckDb, Models models) {
        LinkedHashMap<String, Relation> known = new LinkedHashMap<>();
        duckDb.execute("create or replace table " + DuckDb.emptyTable("landing") + " (" + LandingTable.COLUMNS + ")");
        known.put("landing", new Relation.Files(List.of()));
        Provided.empty().forEach((name, text) -> {
            create(duckDb, name, text.sql());
            known.put(name, new Relation.Files(List.of()));
        });
        for (Model model : models.all()) {
            try {
                create(duckDb, model.name(), DuckDb.text(new Query(model.sql(), known, List.of())));
            } catch (EngineException e) {
                throw new EngineException("Model " + model.name() + " does not run: " + e.getMessage(), e);
            }
            known.put(model.name(), new Relation.Files(List.of()));
        }
    }

    private static void create(DuckDb duckDb, String name, String sql) {
        duckDb.execute(
                "create or replace table " + DuckDb.emptyTable(name) + " as select * from (" + sql + ") limit 0");
    }
}
