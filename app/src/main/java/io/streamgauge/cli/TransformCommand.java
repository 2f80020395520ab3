package io.streamgauge.cli;

import io.streamgauge.engine.Retained;
import io.streamgauge.engine.SetAside;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.TransformResult;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.DayLedger;
import io.streamgauge.lake.Publication;
import io.streamgauge.model.Models;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "transform", description = "Brings the tables up to date with the landing area.")
final class TransformCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions options;

    @Option(names = "--rebuild", description = "Recomputes every table.")
    private boolean rebuild;

    @Option(names = "--from", paramLabel = "T", description = "Takes in snapshots from this time on only.")
    private Instant from;

    @Option(names = "--to", paramLabel = "T", description = "Takes in snapshots before this time only.")
    private Instant to;

    @Option(names = "--json", description = "Prints what was done as JSON.")
    private boolean json;

    TransformCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is printed. */
    record Report(
            int complete,
            int partial,
            List<String> setApart,
            Collection<String> recomputedTables,
            Collection<LocalDate> recomputedDays,
            Collection<LocalDate> daysKeptOlder,
            int deletedFiles,
            int deletedDays,
            String dataVersion,
            Instant newestSnapshot,
            List<SetAside> setAside) {}

    @Override
    public Integer call() {
        Span span = span();
        Configuration configuration = options.read(surroundings);
        try (OpenLake lake = OpenLake.toWrite(configuration.places(), surroundings.clock());
                Progress progress = new Progress(surroundings);
                Transformation transformation = Transformation.on(lake, Models.packed())) {
            Transformer transformer = transformation.transformer();
            TransformListener listener = listener(progress);
            TransformResult result = rebuild ? transformer.rebuild(listener) : transformer.update(span, listener);
            Retained retained = transformer.retain(configuration.keeping());
            progress.clear();
            surroundings.out().println(json ? JsonText.of(report(result, retained)) : summary(result));
            sentence(retained).ifPresent(surroundings.err()::println);
            result.setApart().forEach(entry -> surroundings.err().println(sentence(entry)));
            result.aside().forEach(file -> surroundings.err().println(sentence(file)));
            return result.aside().isEmpty() ? 0 : Commands.FAILURE;
        }
    }

    static TransformListener listener(Progress progress) {
        return new TransformProgress(progress);
    }

    static String sentence(SetAside file) {
        return "Set aside " + file.key() + " as " + file.movedTo() + ": " + file.reason();
    }

    /** Nothing where nothing was let go of. */
    static Optional<String> sentence(Retained retained) {
        return retained.files() + retained.days() == 0
                ? Optional.empty()
                : Optional.of("Deleted what is kept no longer: " + retained.files() + " files of landing, "
                        + retained.days() + " days of tables");
    }

    static String sentence(DayLedger.Entry entry) {
        return "The snapshot of " + entry.crawl().snapshotAt() + " is in no figure, since it fails "
                + String.join(" and ", entry.failed());
    }

    private Span span() {
        boolean limited = from != null || to != null;
        if (rebuild && limited) {
            throw wrong("--rebuild recomputes everything: leave out --from and --to");
        }
        Span span = new Span(
                Optional.ofNullable(from).orElse(Span.EVER.from()),
                Optional.ofNullable(to).orElse(Span.EVER.to()));
        if (!span.from().isBefore(span.to())) {
            throw wrong("--from " + span.from() + " must lie before --to " + span.to());
        }
        return span;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static Report report(TransformResult result, Retained retained) {
        return new Report(
                result.complete(),
                result.partial(),
                result.setApart().stream()
                        .map(entry -> entry.crawl().snapshotAt() + ": " + String.join(", ", entry.failed()))
                        .toList(),
                result.plan().tables(),
                result.plan().days().keySet(),
                result.plan().kept().keySet(),
                retained.files(),
                retained.days(),
                result.published().map(Publication::version).orElse(null),
                result.published().flatMap(Publication::newestSnapshot).orElse(null),
                result.aside());
    }

    private static String summary(TransformResult result) {
        String newest = result.published()
                .flatMap(Publication::newestSnapshot)
                .map(at -> "; the newest is of " + at)
                .orElse("");
        return result.complete() + result.partial() == 0
                ? "Nothing new has landed" + newest
                : "Took in " + result.complete() + " complete and " + result.partial() + " partial snapshots" + newest;
    }
}
