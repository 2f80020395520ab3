package io.streamgauge.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Flags of the commands that serve pages. */
final class WebOptions {

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the pages (STREAMGAUGE_PORT, 8787); 0: any.")
    private String port;

    @Option(names = "--host", paramLabel = "HOST", description = "Where to listen (STREAMGAUGE_HOST, 127.0.0.1).")
    private String host;

    Map<Variable, String> flags() {
        Map<Variable, String> flags = new EnumMap<>(Variable.class);
        ConfigurationOptions.put(flags, Variable.STREAMGAUGE_PORT, port);
        ConfigurationOptions.put(flags, Variable.STREAMGAUGE_HOST, host);
        return flags;
    }
}
