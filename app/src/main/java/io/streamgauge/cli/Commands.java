package io.streamgauge.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine;

/** All commands, and how what they throw becomes a sentence and an exit status. */
final class Commands {

    static final int FAILURE = 1;
    static final int USAGE = 2;

    private Commands() {}

    static CommandLine in(Surroundings surroundings) {
        CommandLine line = new CommandLine(new RootCommand())
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new UpCommand(surroundings))
                .addSubcommand(new CollectCommand(surroundings))
                .addSubcommand(new TransformCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new SimulateCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new MetadataCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new DatabricksCommand(surroundings))
                .addSubcommand(new BenchCommand(surroundings))
                .addSubcommand(new BackfillCommand(surroundings))
                .addSubcommand(new ForgetCommand(surroundings))
                .addSubcommand(new DoctorCommand(surroundings));
        Failures failures = new Failures(surroundings);
        return line.registerConverter(Instant.class, new InstantConverter())
                .registerConverter(Duration.class, new DurationConverter())
                .setOut(new PrintWriter(surroundings.out(), true))
                .setErr(new PrintWriter(surroundings.err(), true))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false);
    }
}
