package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.twitch.Waiter;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetadataCommandTest {

    @TempDir
    Path folder;

    @Test
    void whatWasFetchedIsNotAskedForAgain() {
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:00:00Z")) {
            Shell shell = new Shell(folder).with(twitch);
            assertThat(shell.run("collect", "--at", "2026-06-07T20:00:00Z").status())
                    .isZero();
            assertThat(shell.run("metadata").err().get(0)).contains("Nothing is published");
            assertThat(shell.run("transform").status()).isZero();

            assertThat(inRealTime(shell))
                    .singleElement()
                    .asString()
                    .matches("Fetched (\\d+) of \\1 categories: \\d+ games at IGDB, 0 that Twitch does not know");
            assertThat(twitch.igdbCalls()).containsOnlyKeys(200);
            assertThat(inRealTime(shell))
                    .singleElement()
                    .asString()
                    .matches("Nothing is missing or old: all \\d+ categories are known");
        }
    }

    @Test
    void whatCannotBeConfiguredIsSaid() {
        assertThat(new Shell(folder).with("STREAMGAUGE_METADATA", "never").run("metadata"))
                .isEqualTo(new Shell.Result(
                        2,
                        List.of(),
                        List.of("STREAMGAUGE_METADATA (in the environment) is 'never', expected on or off")));
    }

    /** IGDB's limit is by the real clock. */
    private static List<String> inRealTime(Shell shell) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings given = shell.surroundings(out, new ByteArrayOutputStream());
        Surroundings waiting = new Surroundings(
                given.variables(), given.folder(), given.out(), given.err(), false, given.clock(), Waiter.real());
        assertThat(Main.run(waiting, "metadata")).isZero();
        return Shell.lines(out);
    }
}
