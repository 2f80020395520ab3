package io.streamgauge.cli;

import io.streamgauge.duckdb.TableExport;
import io.streamgauge.engine.Span;
import io.streamgauge.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Writes the rows of a table whose time lies in a period.")
final class ExportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions options;

    @Parameters(paramLabel = "TABLE", description = "The table; a name that there is not brings the list.")
    private String table;

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Start of the period, an instant or a date; the first if not given.")
    private Instant from;

    @Option(names = "--to", paramLabel = "T", description = "End of the period, which is not part of it.")
    private Instant to;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv, json or parquet (default: csv).")
    private String format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output if not given.")
    private Path out;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Span span = new Span(
                Optional.ofNullable(from).orElse(Span.EVER.from()),
                Optional.ofNullable(to).orElse(Span.EVER.to()));
        if (!span.from().isBefore(span.to())) {
            throw wrong("--from " + span.from() + " must lie before --to " + span.to());
        }
        TableExport.Format form = form();
        Places places = options.read(surroundings).places();
        try (OpenLake lake = OpenLake.toRead(places, surroundings.clock());
                Reading reading = Reading.of(lake, Models.packed())) {
            TableExport export = reading.export();
            if (!export.tables().contains(table)) {
                throw wrong("There is no table '" + table + "'; there are " + String.join(", ", export.tables()));
            }
            lake.requirePublished();
            Path file = lake.scratch().resolve("export");
            long rows = export.write(table, span, form, file);
            deliver(file);
            surroundings.err().println(rows + (rows == 1 ? " row" : " rows") + " of " + table);
        }
        return 0;
    }

    private void deliver(Path file) throws IOException {
        if (out == null) {
            Files.copy(file, surroundings.out());
            surroundings.out().flush();
            return;
        }
        Path target = surroundings.folder().resolve(out);
        try {
            Path copy = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".part");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandException(
                    "Cannot write " + target + ": " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
        }
    }

    private TableExport.Format form() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "csv" -> TableExport.Format.CSV;
            case "json" -> TableExport.Format.JSON;
            case "parquet" -> TableExport.Format.PARQUET;
            default -> throw wrong("There is no format '" + format + "'; there are csv, json, parquet");
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
