package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {

    @TempDir
    Path folder;

    @Test
    void findsNothingWhereAllIsWell() {
        try (SimulatorServer twitch = Shell.twitch("2026-06-07T20:00:00Z")) {
            Shell.Result result = new Shell(folder).with(twitch).run("doctor", "--port", "0");

            assertThat(result.status()).isZero();
            assertThat(result.out())
                    .contains(
                            "ok    configuration  environment dev, every PT15M",
                            "ok    home           " + folder.resolve("data") + " can be written",
                            "ok    lake           " + folder.resolve("data/lake") + " can be written",
                            "ok    port           0 of 127.0.0.1 is free",
                            "ok    credentials    a token was given",
                            "ok    api            " + twitch.address() + "/helix gave 100 streams",
                            "ok    clock          agrees with Twitch's");
        }
    }

    @Test
    void saysWhatIsWrongAndHowToMendIt() {
        try (SimulatorServer twitch = Shell.twitch(
                "2026-06-07T20:00:00Z", SimulatorSettings.defaults().withClients(Map.of("me", "another")))) {
            Shell.Result result = new Shell(folder).with(twitch).run("doctor", "--port", "0");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err()).isEqualTo(List.of("1 check failed"));
            assertThat(result.out())
                    .contains("fail  credentials    Twitch refused the client secret (403 invalid client secret): check"
                            + " TWITCH_CLIENT_SECRET - copy them from https://dev.twitch.tv/console/apps");
        }
    }

    @Test
    void reportsAConfigurationThatCannotBe() {
        Shell.Result result = new Shell(folder).with("STREAMGAUGE_PORT", "many").run("doctor");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out().get(1))
                .isEqualTo("fail  configuration  STREAMGAUGE_PORT (in the environment) is 'many', expected a port from"
                        + " 0 to 65535 - correct it; nothing else was checked");
    }
}
