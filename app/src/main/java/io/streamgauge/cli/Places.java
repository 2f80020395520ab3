package io.streamgauge.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things lie. The environment {@code dev} has the data folder itself, any other a folder of its name in it.
 *
 * @param folder all that belongs to the environment, but for a lake that lies elsewhere
 * @param landingFrom a lake whose landing area is read beside the own one
 */
record Places(String environment, Path folder, LakePlace lake, Optional<LakePlace> landingFrom) {

    static final String USUAL_ENVIRONMENT = "dev";

    /** The places of an environment whose lake lies in its folder. */
    static Places of(Path home, String environment) {
        Path folder = environment.equals(USUAL_ENVIRONMENT) ? home : home.resolve(environment);
        return new Places(environment, folder, new LakePlace.Folder(folder.resolve("lake")), Optional.empty());
    }

    Places withLake(LakePlace other) {
        return new Places(environment, folder, other, landingFrom);
    }

    Places withLandingFrom(LakePlace other) {
        return new Places(environment, folder, lake, Optional.of(other));
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Path tokenFile() {
        return folder.resolve("twitch-token.json");
    }

    /** The demo's own places, whatever lake is configured. */
    Places demo() {
        Path demo = folder.resolve("demo");
        return new Places(environment, demo, new LakePlace.Folder(demo.resolve("lake")), Optional.empty());
    }
}
