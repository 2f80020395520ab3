package io.streamgauge.bench;

import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.engine.Engine;
import io.streamgauge.engine.Query;
import io.streamgauge.engine.Relation;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A day like one of some weeks before: the same channels with the same figures at the same time of the same weekday, in other
 * broadcasts. It is made several times faster than a day of its own.
 */
final class RepeatedDay {

    private static final long BROADCASTS_A_DAY = 10_000_000_000_000L;

    private final Engine engine;
    private final Models models;
    private final Store store;
    private final Path scratch;

    RepeatedDay(Engine engine, Models models, Store store, Path scratch) {
        this.engine = engine;
        this.models = models;
        this.store = store;
        this.scratch = scratch;
    }

    /** @param day a day that is over, with one file for each table */
    AdoptedDay later(DayLedger day, int days) {
        Map<String, AdoptedDay.File> tables = new HashMap<>();
        Stream.of(Unit.SNAPSHOT, Unit.HOUR, Unit.DAY)
                .flatMap(unit -> models.of(unit).stream())
                .forEach(model -> {
                    for (TableFile file : day.files(model.name())) {
                        tables.put(model.name(), later(model, file, days));
                    }
                });
        List<CrawlRecord> crawls = day.complete().stream()
                .map(crawl -> MadeWorld.crawl(crawl.snapshotAt().plus(Duration.ofDays(days)), crawl.rows()))
                .toList();
        return new AdoptedDay(day.date().plusDays(days), crawls, tables);
    }

    private AdoptedDay.File later(Model model, TableFile file, int days) {
        String columns = engine.columns(model.name()).stream()
                .map(column -> later(column, days))
                .collect(Collectors.joining(", "));
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put(
                model.name(), new Relation.Files(List.of(new Relation.Part(List.of(store.local(file.key())), null))));
        try {
            Path target = Files.createTempFile(scratch, model.name(), ".parquet");
            Query query = new Query("select " + columns + " from " + model.name(), inputs, List.of());
            return new AdoptedDay.File(
                    target,
                    engine.write(query, List.of(new Engine.Output(target, null)))
                            .get(0));
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        }
    }

    private static String later(String column, int days) {
        if (column.matches(".*_(at|from|until)")) {
            return column + " + interval " + days + " day as " + column;
        }
        return column.equals("stream_id") ? column + " + " + days * BROADCASTS_A_DAY + " as " + column : column;
    }
}
