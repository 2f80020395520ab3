package io.streamgauge.cli;

import io.streamgauge.engine.Backfill;
import io.streamgauge.engine.BackfillMode;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformResult;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.Slot;
import io.streamgauge.model.Models;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "backfill",
        description = "Computes the days of a span anew, from what has landed and from the tables.",
        footer = {"", "What was never crawled stays missing: Twitch tells only who is live now."})
final class BackfillCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions options;

    @Option(names = "--from", paramLabel = "T", required = true, description = "The days from this time on.")
    private Instant from;

    @Option(names = "--to", paramLabel = "T", required = true, description = "The days before this time.")
    private Instant to;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "missing",
            description = {
                "missing: days that lack snapshots which have landed, or that an older model made (missing);",
                "failed: days whose last run failed; all: every day."
            })
    private String mode;

    @Option(names = "--dry-run", description = "Says what would be done, and does nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    BackfillCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What is printed. */
    record Report(
            boolean done,
            Collection<String> tables,
            Collection<LocalDate> days,
            Map<LocalDate, Integer> waitingSnapshots,
            Collection<LocalDate> daysKeptOlder,
            List<Lost> lostSlots) {}

    record Lost(Instant at, String state, String reason) {}

    @Override
    public Integer call() {
        BackfillMode which = which();
        if (!from.isBefore(to)) {
            throw wrong("--from " + from + " must lie before --to " + to);
        }
        Span span = new Span(from, to);
        Configuration configuration = options.read(surroundings);
        Places places = configuration.places();
        try (OpenLake lake = dryRun
                        ? OpenLake.toRead(places, surroundings.clock())
                        : OpenLake.toChange(places, surroundings.clock());
                Progress progress = new Progress(surroundings);
                Transformation transformation = Transformation.on(lake, Models.packed())) {
            Transformer transformer = transformation.transformer();
            Backfill backfill = transformer.planBackfill(span, which);
            if (!json) {
                sentences(backfill).forEach(surroundings.out()::println);
            }
            int status = dryRun ? 0 : run(transformer, span, which, progress);
            if (json) {
                surroundings.out().println(JsonText.of(report(backfill)));
            }
            return status;
        }
    }

    private int run(Transformer transformer, Span span, BackfillMode which, Progress progress) {
        TransformResult result = transformer.backfill(span, which, new TransformProgress(progress));
        progress.clear();
        result.setApart().forEach(entry -> surroundings.err().println(TransformCommand.sentence(entry)));
        result.aside().forEach(file -> surroundings.err().println(TransformCommand.sentence(file)));
        return result.aside().isEmpty() ? 0 : Commands.FAILURE;
    }

    private List<String> sentences(Backfill backfill) {
        List<String> sentences = new ArrayList<>(TransformProgress.sentences(backfill.plan()));
        if (!backfill.waiting().isEmpty()) {
            int snapshots = backfill.waiting().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            sentences.add("Takes in " + snapshots + (snapshots == 1 ? " snapshot" : " snapshots") + " of "
                    + TransformProgress.words(backfill.waiting().keySet()));
        }
        if (backfill.isEmpty()) {
            sentences.add("There is nothing to compute");
        }
        if (!backfill.lost().isEmpty()) {
            int last = backfill.lost().size() - 1;
            sentences.add(backfill.lost().size() + (last == 0 ? " slot" : " slots") + " from "
                    + backfill.lost().get(0).at() + " to "
                    + backfill.lost().get(last).at()
                    + " without a complete snapshot cannot be had again: Twitch tells only who is live now");
        }
        if (dryRun) {
            sentences.add("Nothing was done: this was a dry run");
        }
        return sentences;
    }

    private Report report(Backfill backfill) {
        return new Report(
                !dryRun,
                backfill.plan().tables(),
                backfill.plan().days().keySet(),
                backfill.waiting(),
                backfill.plan().kept().keySet(),
                backfill.lost().stream().map(BackfillCommand::lost).toList());
    }

    private static Lost lost(Slot slot) {
        return new Lost(slot.at(), slot.state().name().toLowerCase(Locale.ROOT), slot.reason());
    }

    private BackfillMode which() {
        try {
            return BackfillMode.valueOf(mode.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("There is no mode '" + mode + "'; there are missing, failed, all");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
