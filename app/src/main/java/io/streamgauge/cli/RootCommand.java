package io.streamgauge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "streamgauge",
        description =
                "Measures live streaming: snapshots of every live stream, exact figures, pages, an API and files.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Try it without an account: streamgauge demo"})
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "Says how to use it.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Tells version and commit.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing; 'streamgauge --help' lists them");
    }
}
