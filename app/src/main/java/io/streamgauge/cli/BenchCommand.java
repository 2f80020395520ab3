package io.streamgauge.cli;

import io.streamgauge.bench.Bench;
import io.streamgauge.bench.Benchmark;
import io.streamgauge.bench.Benchmarks;
import io.streamgauge.bench.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description =
                "Runs the benchmarks on made-up data. Figures are those of this machine; the sizes of the defaults are"
                        + " small.")
final class BenchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions options;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which; all if none is named.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--streams",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Live streams on average (default: 10000; all of Twitch is about 100000).")
    private int streams;

    @Option(names = "--days", paramLabel = "N", defaultValue = "3", description = "Days of history (default: 3).")
    private int days;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "200",
            description = "Random requests of each kind, where requests are timed (default: 200).")
    private int requests;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where its data lies and stays, for the next run (default: bench in the data folder).")
    private Path folder;

    @Option(names = "--list", description = "Tells what there is, and runs nothing.")
    private boolean list;

    @Option(names = "--json", description = "Prints the figures as JSON.")
    private boolean json;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Benchmark> chosen = chosen();
        if (list) {
            chosen.forEach(
                    benchmark -> surroundings.out().printf("%-12s %s%n", benchmark.name(), benchmark.description()));
            return 0;
        }
        List<Figure> figures = new ArrayList<>();
        try (Progress progress = new Progress(surroundings)) {
            Bench bench = bench(progress);
            for (Benchmark benchmark : chosen) {
                progress.say(benchmark.name() + ": " + benchmark.description());
                List<Figure> measured = benchmark.run(bench);
                figures.addAll(measured);
                if (!json) {
                    measured.forEach(this::print);
                }
            }
        }
        if (json) {
            surroundings.out().println(JsonText.of(figures));
        }
        return 0;
    }

    private Bench bench(Progress progress) {
        Path data = folder == null
                ? options.read(surroundings).places().folder().resolve("bench")
                : surroundings.folder().resolve(folder);
        try {
            return new Bench(streams, days, requests, data, progress::say);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<Benchmark> chosen() {
        List<String> known = Benchmarks.ALL.stream().map(Benchmark::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ParameterException(
                    spec.commandLine(), "There is no benchmark '" + name + "'; there are " + String.join(", ", known));
        });
        return Benchmarks.ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    private void print(Figure figure) {
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "%-12s %-55s %,14.2f %s%n",
                        figure.benchmark(),
                        figure.name(),
                        figure.value(),
                        figure.unit());
    }
}
