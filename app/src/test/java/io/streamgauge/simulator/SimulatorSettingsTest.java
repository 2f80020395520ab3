package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SimulatorSettingsTest {
    private static final SimulatorSettings DEFAULTS = SimulatorSettings.defaults();

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> DEFAULTS.withPort(70_000))
                .hasMessage("The simulator's port lies between 0 and 65535, not at 70000");
        assertThatThrownBy(() -> DEFAULTS.withLatency(Duration.ofMillis(-1), Duration.ZERO))
                .hasMessage("The simulator's latency is at least PT0S, not PT-0.001S");
        assertThatThrownBy(() -> DEFAULTS.withListingEvery(Duration.ZERO))
                .hasMessage("The simulator's time between listings is at least PT1S, not PT0S");
    }

    @Test
    void hidesSecrets() {
        assertThat(DEFAULTS.withClients(Map.of("app", "shh")).toString())
                .isEqualTo(
                        "SimulatorSettings[host=127.0.0.1, port=0, latency=PT0S, jitter=PT0S, rateLimit=RateLimit[points=800, "
                                + "pointsPerSecond=13.333333333333334], clients=[app], tokenLife=PT1440H, listingEvery=PT5S, stall=PT20S, "
                                + "faultSeed=1]");
    }
}
