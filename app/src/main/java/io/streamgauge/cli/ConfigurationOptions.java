package io.streamgauge.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of every command that works on a lake. */
final class ConfigurationOptions {

    @Mixin
    private CommonOptions common;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file whose keys are the variables.")
    private Path file;

    @Option(names = "--home", paramLabel = "DIR", description = "Data folder (STREAMGAUGE_HOME, ./data).")
    private String home;

    @Option(
            names = "--lake",
            paramLabel = "LAKE",
            description = "Where the lake lies: a folder, or s3://bucket/prefix (STREAMGAUGE_LAKE, DIR/lake).")
    private String lake;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "Environment (STREAMGAUGE_ENV, dev); any but dev has a folder of its own in the data folder.")
    private String environment;

    Configuration read(Surroundings surroundings) {
        return read(surroundings, Map.of());
    }

    /** @param more flags that the command has besides */
    Configuration read(Surroundings surroundings, Map<Variable, String> more) {
        Map<Variable, String> flags = new EnumMap<>(Variable.class);
        put(flags, Variable.STREAMGAUGE_HOME, home);
        put(flags, Variable.STREAMGAUGE_LAKE, lake);
        put(flags, Variable.STREAMGAUGE_ENV, environment);
        flags.putAll(more);
        Optional<Path> given = Optional.ofNullable(file).map(surroundings.folder()::resolve);
        Configuration configuration =
                Configuration.of(Sources.of(flags, surroundings.variables(), given), surroundings.folder());
        configuration.log().use(configuration.places().environment());
        return configuration;
    }

    static void put(Map<Variable, String> flags, Variable variable, String text) {
        if (text != null) {
            flags.put(variable, text);
        }
    }
}
