package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitTest extends SimulatorTest {
    private static final String ONE = "/helix/streams?first=1";

    @Test
    void everyAnswerSaysWhatIsLeftAndWhenTheBucketIsFull() {
        TwitchCaller caller = givenLimited(new RateLimit(3, 0.5));
        long now = serviceClock.instant().getEpochSecond();

        Answer first = caller.get(ONE);
        assertLimits(first, 200, 2, now + 2);
        assertLimits(caller.get("/helix/streams?first=0"), 400, 1, now + 4);
        assertLimits(caller.get(ONE), 200, 0, now + 6);
        Answer refused = caller.get(ONE);
        assertLimits(refused, 429, 0, now + 6);
        assertThat(refused.text())
                .isEqualTo("{\"error\":\"Too Many Requests\",\"status\":429,\"message\":\"Request limit exceeded\"}");
    }

    @Test
    void theBucketRefillsContinuously() {
        TwitchCaller caller = givenLimited(new RateLimit(2, 0.5));
        caller.get(ONE);
        caller.get(ONE);

        serviceClock.advance(Duration.ofMillis(1900));
        assertThat(caller.get(ONE).status()).isEqualTo(429);
        serviceClock.advance(Duration.ofMillis(100));
        assertThat(caller.get(ONE).status()).isEqualTo(200);
        serviceClock.advance(Duration.ofHours(1));
        assertThat(caller.get(ONE).header("Ratelimit-Remaining")).isEqualTo("1");
    }

    @Test
    void anotherTokenOfTheSameClientHasNoPointsOfItsOwn() {
        TwitchCaller caller = givenLimited(new RateLimit(1, 0.5));
        caller.get(ONE);

        caller.takeToken();

        assertThat(caller.get(ONE).status()).isEqualTo(429);
    }

    @Test
    void anImpossibleLimitIsRefused() {
        assertThatThrownBy(() -> new RateLimit(800, 0))
                .hasMessage("A rate limit refills by more than 0 points a second, not by 0.0");
    }

    private TwitchCaller givenLimited(RateLimit limit) {
        return TwitchCaller.withToken(givenServer(SETTINGS.withRateLimit(limit)));
    }

    private static void assertLimits(Answer answer, int status, int remaining, long reset) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Ratelimit-Limit")).isEqualTo("3");
        assertThat(answer.header("Ratelimit-Remaining")).isEqualTo(Integer.toString(remaining));
        assertThat(answer.header("Ratelimit-Reset")).isEqualTo(Long.toString(reset));
    }
}
