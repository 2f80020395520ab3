package io.streamgauge.duckdb;

import io.streamgauge.engine.Binder;
import io.streamgauge.engine.State;
import io.streamgauge.engine.Tables;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Ledger;
import io.streamgauge.lake.Store;
import io.streamgauge.model.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the ids of channels that carried a login, in the names that are kept and in landing. */
public final class ChannelIds {

    private final DuckDb duckDb;
    private final Models models;
    private final Store store;
    private final Ledger ledger;

    public ChannelIds(DuckDb duckDb, Models models, Store store, Ledger ledger) {
        this.duckDb = duckDb;
        this.models = models;
        this.store = store;
        this.ledger = ledger;
    }

    /** The ids, lowest first; more than one where a login has changed hands. */
    public List<Long> of(String login) {
        List<Object> sought = List.of(login.toLowerCase(Locale.ROOT));
        List<Long> ids = new ArrayList<>();
        ledger.current().ifPresent(publication -> {
            Tables tables = new Tables(models, store, State.of(ledger, publication));
            ids.addAll(duckDb.select(
                    new Binder(models, tables)
                            .query(
                                    "select distinct channel_id from silver_channel_names where login = ?",
                                    List.of("silver_channel_names"),
                                    List.of(),
                                    Map.of(),
                                    Map.of()),
                    sought,
                    row -> row.number("channel_id")));
        });
        List<String> keys =
                new Landing(store).list().stream().map(Landing.Landed::key).toList();
        store.prepare(keys);
        String landed =
                keys.stream().map(key -> DuckDb.quoted(store.local(key))).collect(Collectors.joining(", "));
        if (!landed.isEmpty()) {
            ids.addAll(duckDb.select(
                    "select distinct try_cast(user_id as bigint) as id from read_parquet([" + landed
                            + "], union_by_name = true) where user_login = ? and try_cast(user_id as bigint) > 0",
                    sought,
                    row -> row.number("id")));
        }
        return ids.stream().distinct().sorted().toList();
    }
}
