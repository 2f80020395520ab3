package io.streamgauge.analytics;

import io.streamgauge.duckdb.TableExport;
import io.streamgauge.duckdb.TableRows;
import io.streamgauge.engine.Span;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Downloads from a lake's published tables: DuckDB writes a part to a file of the scratch folder, which is sent and removed. */
public final class LakeDownloads implements Downloads {

    static final int MOST_AT_ONCE = 2;

    /** Columns that hold what was received as it was; they are for the operator alone. */
    private static final Set<String> AS_RECEIVED = Set.of("raw", "extra");

    private final TableExport export;
    private final Models models;
    private final Path scratch;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Dictionary dictionary = new Dictionary();
    private List<Relation> relations;

    /** @param scratch a folder on this machine */
    public LakeDownloads(TableExport export, Models models, Path scratch) {
        this.export = export;
        this.models = models;
        this.scratch = scratch;
    }

    @Override
    public synchronized List<Relation> relations() {
        if (relations == null) {
            List<String> kept = export.tables();
            relations = models.all().stream()
                    .map(model -> relation(model, kept.contains(model.name())))
                    .toList();
        }
        return relations;
    }

    private Relation relation(Model model, boolean isKept) {
        List<Relation.Column> columns = export.columns(model.name()).stream()
                .filter(column -> !isKept || !AS_RECEIVED.contains(column.get(0)))
                .map(column -> new Relation.Column(
                        column.get(0), column.get(1), dictionary.meaning(model.name(), column.get(0))))
                .toList();
        return new Relation(
                model.name(),
                model.description(),
                model.unit().name().toLowerCase(Locale.ROOT),
                model.grain(),
                model.inputs(),
                isKept,
                columns,
                model.sql());
    }

    @Override
    public long write(String table, Optional<Period> period, Form form, Map<String, String> about, OutputStream to)
            throws IOException {
        TableRows rows = export.rows(
                table, period.map(asked -> new Span(asked.from(), asked.to())).orElse(Span.EVER));
        if (!free.tryAcquire()) {
            throw new TooManyDownloadsException(MOST_AT_ONCE);
        }
        try {
            Set<String> without = new HashSet<>(AS_RECEIVED);
            without.retainAll(
                    export.columns(table).stream().map(column -> column.get(0)).toList());
            return switch (form) {
                case CSV -> csv(rows, without, to);
                case JSON -> json(rows, without, to);
                case PARQUET -> send(rows, TableExport.Format.PARQUET, without, about, to);
            };
        } finally {
            free.release();
        }
    }

    @Override
    public byte[] parquet(Map<String, String> columns, byte[] lines) {
        try {
            Files.createDirectories(scratch);
            Path source = Files.createTempFile(scratch, "rows", ".json");
            Path target = Files.createTempFile(scratch, "rows", ".parquet");
            try {
                Files.write(source, lines);
                export.convert(columns, source, target);
                return Files.readAllBytes(target);
            } finally {
                Files.deleteIfExists(source);
                Files.deleteIfExists(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write rows as Parquet in " + scratch, e);
        }
    }

    private long csv(TableRows rows, Set<String> without, OutputStream to) throws IOException {
        long written = 0;
        TableExport.Format format = TableExport.Format.CSV;
        for (TableRows part : rows.parts()) {
            written += send(part, format, without, Map.of(), to);
            format = TableExport.Format.CSV_ROWS;
        }
        return written;
    }

    private long json(TableRows rows, Set<String> without, OutputStream to) throws IOException {
        long written = 0;
        to.write('[');
        LinesToArray array = new LinesToArray(to);
        for (TableRows part : rows.parts()) {
            written += send(part, TableExport.Format.JSON_LINES, without, Map.of(), array);
        }
        to.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
        return written;
    }

    private long send(
            TableRows rows, TableExport.Format format, Set<String> without, Map<String, String> about, OutputStream to)
            throws IOException {
        Files.createDirectories(scratch);
        Path file = Files.createTempFile(scratch, "download", ".part");
        try {
            long written = rows.write(format, file, without, about);
            Files.copy(file, to);
            to.flush();
            return written;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
