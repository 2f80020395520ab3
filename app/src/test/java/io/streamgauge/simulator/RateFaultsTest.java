package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateFaultsTest extends SimulatorTest {
    private static final String ONE = "/helix/streams?first=1";

    @Test
    void theBucketIsEmptiedAtOnce() {
        TwitchCaller caller = givenLimited(new RateLimit(800, 800 / 60.0));
        faults().once(Fault.RATE_429_EMPTY);
        long full = serviceClock.instant().plusSeconds(60).getEpochSecond();

        assertLimits(caller.get(ONE), 429, 0, full);
        assertLimits(caller.get(ONE), 429, 0, full);
        serviceClock.advance(Duration.ofSeconds(60));
        assertThat(caller.get(ONE).status()).isEqualTo(200);
        assertThat(faults().happened()).isEqualTo(Map.of(Fault.RATE_429_EMPTY, 1));
    }

    @Test
    void aCallIsRefusedThoughPointsAreLeft() {
        TwitchCaller caller = givenLimited(new RateLimit(800, 800 / 60.0));
        caller.get(ONE);
        faults().once(Fault.RATE_429_POINTS_LEFT);
        long soon = serviceClock.instant().plusSeconds(1).getEpochSecond();

        assertLimits(caller.get(ONE), 429, 799, soon);
        assertLimits(caller.get(ONE), 200, 798, soon);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RATE_429_EMPTY", "RATE_429_POINTS_LEFT"})
    void withoutALimitACallIsRefusedNonetheless(String fault) {
        TwitchCaller caller = given(Fault.named(fault), FaultRule.once());

        Answer refused = caller.get(ONE);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Ratelimit-Limit")).isEqualTo("800");
        assertThat(refused.header("Ratelimit-Remaining")).isEqualTo(fault.endsWith("EMPTY") ? "0" : "800");
        Answer next = caller.get(ONE);
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.header("Ratelimit-Limit")).isEmpty();
    }

    @Test
    void theBucketRefillsMoreSlowlyThanItsHeadersSay() {
        TwitchCaller caller = givenLimited(new RateLimit(8, 8 / 60.0));
        faults().always(Fault.SLOW_REFILL);
        for (int call = 0; call < 8; call++) {
            assertThat(caller.get(ONE).status()).isEqualTo(200);
        }

        serviceClock.advance(Duration.ofMillis(7_500));
        Answer refused = caller.get(ONE);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Ratelimit-Limit")).isEqualTo("8");
        assertThat(refused.header("Ratelimit-Remaining")).isEqualTo("1");
        serviceClock.advance(Duration.ofMillis(2_600));
        assertThat(caller.get(ONE).status()).isEqualTo(200);
        assertThat(faults().happened()).isEqualTo(Map.of(Fault.SLOW_REFILL, 1));
    }

    @Test
    void onceTheRefillIsNoLongerSlowTheBucketHoldsWhatItSays() {
        TwitchCaller caller = givenLimited(new RateLimit(1, 1));
        faults().always(Fault.SLOW_REFILL);
        caller.get(ONE);
        serviceClock.advance(Duration.ofSeconds(1));

        assertThat(caller.get(ONE).status()).isEqualTo(429);
        faults().clear();
        assertThat(caller.get(ONE).status()).isEqualTo(200);
    }

    private TwitchCaller givenLimited(RateLimit limit) {
        return TwitchCaller.withToken(givenServer(SETTINGS.withRateLimit(limit)));
    }

    private static void assertLimits(Answer answer, int status, int remaining, long reset) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Ratelimit-Limit")).isEqualTo("800");
        assertThat(answer.header("Ratelimit-Remaining")).isEqualTo(Integer.toString(remaining));
        assertThat(answer.header("Ratelimit-Reset")).isEqualTo(Long.toString(reset));
    }
}
