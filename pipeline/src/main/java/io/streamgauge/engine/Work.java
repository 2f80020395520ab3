package io.streamgauge.engine;

import io.streamgauge.lake.ContentHash;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Store;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries into files: first in a scratch folder, then, named by their content, in the store. */
final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Engine engine;
    private final Store store;
    private final Path scratch;
    private long stored;

    /** A file not yet in the store. */
    record Made(Path file, long rows) {}

    Work(Engine engine, Store store, Path scratch) {
        this.engine = engine;
        this.store = store;
        this.scratch = scratch;
    }

    /** What no query was needed for, since it would have no rows. */
    Made nothing() {
        return new Made(scratch.resolve("nothing.parquet"), 0);
    }

    Made run(Model model, Query query) {
        return split(model, query, Collections.singletonList(null)).get(0);
    }

    /** The result of one query in as many files as there are conditions, each with the rows that its condition keeps. */
    List<Made> split(Model model, Query query, List<String> conditions) {
        List<Engine.Output> outputs = new ArrayList<>();
        try {
            Files.createDirectories(scratch);
            for (String condition : conditions) {
                outputs.add(new Engine.Output(Files.createTempFile(scratch, model.name(), ".parquet"), condition));
            }
            long begin = System.nanoTime();
            List<Long> rows = engine.write(query, outputs);
            LOG.debug(
                    "{}: {} rows in {} ms",
                    model.name(),
                    rows.stream().mapToLong(Long::longValue).sum(),
                    (System.nanoTime() - begin) / 1_000_000);
            return IntStream.range(0, outputs.size())
                    .mapToObj(at -> new Made(outputs.get(at).file(), rows.get(at)))
                    .toList();
        } catch (IOException e) {
            throw new LakeException("Cannot write in " + scratch + ": " + e.getMessage(), e);
        } catch (EngineException e) {
            throw new EngineException("Model " + model.name() + " failed: " + e.getMessage(), e);
        }
    }

    /** Puts files of one model together into one, sorted and merged as the model says. */
    Made merge(Model model, List<Relation.Part> parts) {
        LinkedHashMap<String, Relation> inputs = new LinkedHashMap<>();
        inputs.put(model.name(), new Relation.Files(parts));
        return run(model, new Query(model.merged(model.name()), inputs, model.order()));
    }

    /** A column of a query's rows, which holds text. */
    List<String> texts(Query query, String column) {
        return engine.texts(query, column);
    }

    /** The file in the store, or empty where it has no rows; the scratch file is gone afterwards. */
    Optional<TableFile> store(Model model, String partition, String unit, Made made) {
        try {
            if (made.rows() == 0) {
                return Optional.empty();
            }
            String key = "tables/" + model.name() + "/" + partition + "/" + unit + "-" + ContentHash.of(made.file())
                    + ".parquet";
            store.putIfAbsent(key, made.file());
            stored += made.rows();
            return Optional.of(new TableFile(key, unit, made.rows(), Files.size(made.file())));
        } catch (IOException e) {
            throw new LakeException("Cannot read " + made.file() + ": " + e.getMessage(), e);
        } finally {
            discard(made);
        }
    }

    /** Rows in the files that went into the store so far. */
    long stored() {
        return stored;
    }

    static void discard(Made made) {
        try {
            Files.deleteIfExists(made.file());
        } catch (IOException e) {
            throw new LakeException("Cannot delete " + made.file() + ": " + e.getMessage(), e);
        }
    }

    static List<Relation.Part> parts(List<Made> made) {
        List<Path> files = new ArrayList<>();
        made.stream().filter(file -> file.rows() > 0).forEach(file -> files.add(file.file()));
        return files.isEmpty() ? List.of() : List.of(new Relation.Part(files, null));
    }
}
