package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AcceleratedClockTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void timePassesFaster() {
        ManualClock base = new ManualClock("2026-11-17T19:00:00Z");
        AcceleratedClock clock = AcceleratedClock.of(base, START, 60);
        assertThat(clock.instant()).isEqualTo(START);

        base.advance(Duration.ofMillis(1500));

        assertThat(clock.instant()).isEqualTo("2026-01-01T00:01:30Z");
    }

    @Test
    void refusesToStandStill() {
        ManualClock base = new ManualClock("2026-11-17T19:00:00Z");
        assertThatThrownBy(() -> AcceleratedClock.of(base, START, 0))
                .hasMessage("A clock runs more than 0 and at most 100000 times as fast, not 0.0");
    }
}
