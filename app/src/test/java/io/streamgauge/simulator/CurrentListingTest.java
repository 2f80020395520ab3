package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class CurrentListingTest {
    private final ManualClock clock = new ManualClock("2026-11-17T19:00:00Z");
    private final CurrentListing current = new CurrentListing(World.of(1, 100), clock, Duration.ofSeconds(5));

    @AfterEach
    void close() {
        current.close();
    }

    @Test
    void aListingStaysAsLongAsTimeStandsStill() {
        assertThat(current.now()).isSameAs(current.now());
        clock.advance(Duration.ofSeconds(4));
        assertThat(current.now().time()).isEqualTo("2026-11-17T19:00:00Z");
    }

    @Test
    @Timeout(30)
    void aListingALittleOldIsServedWhileTheNextIsMade() {
        Listing first = current.now();
        clock.advance(Duration.ofSeconds(6));
        Instant expected = clock.instant();

        assertThat(current.now()).isSameAs(first);
        while (current.now() == first) {
            Thread.onSpinWait();
        }
        assertThat(current.now().time()).isEqualTo(expected);
    }

    @Test
    void aListingTooOldIsNotServed() {
        current.now();
        clock.advance(Duration.ofSeconds(16));
        assertThat(current.now().time()).isEqualTo(clock.instant());
        clock.advance(Duration.ofDays(-3));
        assertThat(current.now().time()).isEqualTo(clock.instant());
    }
}
