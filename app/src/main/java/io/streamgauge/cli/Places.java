package io.streamgauge.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things lie. The environment {@code dev} has the data folder itself, any other a folder of its name in it.
 *
 * @param folder all that belongs to the environment, but for a lake that lies elsewhere
 */
record Places(String environment, Path folder, Path lake) {

    static final String USUAL_ENVIRONMENT = "dev";

    static Places of(Path home, String environment, Optional<Path> lake) {
        Path folder = environment.equals(USUAL_ENVIRONMENT) ? home : home.resolve(environment);
        return new Places(environment, folder, lake.orElse(folder.resolve("lake")));
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    Path tokenFile() {
        return folder.resolve("twitch-token.json");
    }

    /** The demo's own places, whatever lake is configured. */
    Places demo() {
        Path demo = folder.resolve("demo");
        return new Places(environment, demo, demo.resolve("lake"));
    }
}
