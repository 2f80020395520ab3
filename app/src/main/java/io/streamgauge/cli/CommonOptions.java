package io.streamgauge.cli;

import picocli.CommandLine.Option;

final class CommonOptions {

    @Option(names = "--help", usageHelp = true, description = "Says how to use it.")
    private boolean help;

    @Option(
            names = {"-v", "--verbose"},
            description = "Logs more, and shows where a failure came from.")
    private boolean verbose;
}
