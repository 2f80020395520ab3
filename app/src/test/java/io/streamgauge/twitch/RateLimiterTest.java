package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

    private final FakeTime time = new FakeTime("2026-11-22T10:00:00Z");
    private final RateLimiter limiter = new RateLimiter(time, time, new Backoff(new TwitchTest.Middle()));

    @Test
    void beforeTheFirstAnswerOneCallIsUnderWay() throws InterruptedException {
        Turn.Permit first = limiter.acquire();

        assertThat(limiter.take()).isEqualTo(new Turn.AfterAnAnswer());
        limiter.unanswered();
        Turn.Permit second = limiter.acquire();
        assertThat(limiter.take()).isEqualTo(new Turn.AfterAnAnswer());

        limiter.answered(second, headers(800, 700));
        assertThat(first).isNotEqualTo(second);
        take(700);
        assertThat(time.waits()).isEmpty();
        take(1);
        assertThat(time.waited()).isBetween(Duration.ofMillis(75), Duration.ofMillis(76));
        assertThat(limiter.throttled()).isEqualTo(time.waited());
    }

    @Test
    void theHeadersCorrectDownward() throws InterruptedException {
        call(headers(800, 2));

        take(2);
        assertThat(time.waits()).isEmpty();
        take(1);
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void theHeadersNeverCorrectUpward() throws InterruptedException {
        call(headers(800, 1));
        call(headers(800, 700));

        take(1);
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void callsUnderWayAreTakenOffWhatTheHeadersSay() throws InterruptedException {
        call(headers(800, 799));
        List<Turn.Permit> underWay = take(3);
        limiter.answered(underWay.get(0), headers(800, 4));

        take(2);
        assertThat(time.waits()).isEmpty();
        take(1);
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void aSmallerBucketRefillsMoreSlowly() throws InterruptedException {
        call(headers(60, 0));

        take(10);
        assertThat(time.waited()).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_010));
    }

    @Test
    void aBucketNeverHoldsMoreThanItsLimit() throws InterruptedException {
        call(headers(10, 5));
        time.pass(Duration.ofHours(1));

        take(10);
        assertThat(time.waits()).isEmpty();
        take(1);
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void aServiceThatStatesNoLimitHasNone() throws InterruptedException {
        call(answer(200, Map.of()));

        take(5000);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void anErrorWithoutHeadersLiftsNoLimitAndTellsNothing() throws InterruptedException {
        call(answer(503, Map.of()));
        Turn.Permit second = limiter.acquire();
        assertThat(limiter.take()).isEqualTo(new Turn.AfterAnAnswer());
        limiter.answered(second, headers(800, 1));
        take(1);
        limiter.unanswered();

        take(1);
        assertThat(time.waits()).hasSize(1);
    }

    @Test
    void headersThatAreNoNumbersCountAsAbsent() throws InterruptedException {
        call(answer(200, Map.of("Ratelimit-Limit", List.of("many"), "Ratelimit-Remaining", List.of("-1"))));

        take(1000);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void anEmptyBucketLetsNoCallPassBeforeItsReset() throws InterruptedException {
        call(refusal(0, "2026-11-22T10:00:20Z"));

        take(1);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
        assertThat(limiter.throttled()).isEqualTo(Duration.ofSeconds(20));
        assertThat(limiter.take()).isEqualTo(new Turn.AfterAnAnswer());
    }

    @Test
    void aResetOfAnotherClockIsCutToWhatABucketCanTake() throws InterruptedException {
        call(refusal(0, "2036-01-01T00:00:00Z"));
        call(refusal(0, "2016-01-01T00:00:00Z"));
        call(headers(800, 700));

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(1));
    }

    @Test
    void oneRefusalWithPointsLeftCostsAShortPauseAlone() throws InterruptedException {
        call(headers(800, 700));
        call(refusal(690, "2026-11-22T10:00:20Z"));
        call(headers(800, 689));

        take(689);
        assertThat(time.waits()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void aSecondRefusalWithinAMinuteMeansAnEmptyBucketThatRefillsSlowly() throws InterruptedException {
        call(headers(800, 700));
        call(refusal(690, "2026-11-22T10:00:20Z"));
        call(refusal(690, "2026-11-22T10:00:20Z"));
        call(headers(800, 689));

        take(100);
        assertThat(time.waited())
                .as("at half of the stated refill")
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(16));
    }

    @Test
    void refusalsOfCallsThatWereUnderWayTogetherAreOne() throws InterruptedException {
        call(headers(800, 700));
        for (Turn.Permit permit : take(8)) {
            limiter.answered(permit, refusal(690, "2026-11-22T10:00:20Z"));
        }
        assertThat(limiter.refusalsInARow()).isEqualTo(1);
        call(headers(800, 680));
        assertThat(limiter.refusalsInARow()).isZero();

        take(680);
        assertThat(time.waits()).containsExactly(Duration.ofMillis(500));
    }

    private List<Turn.Permit> take(int calls) throws InterruptedException {
        List<Turn.Permit> permits = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            permits.add(limiter.acquire());
        }
        return permits;
    }

    private void call(Answer answer) throws InterruptedException {
        limiter.answered(limiter.acquire(), answer);
    }

    private Answer headers(int limit, int remaining) {
        return answer(
                200, Map.of("Ratelimit-Limit", List.of("" + limit), "Ratelimit-Remaining", List.of("" + remaining)));
    }

    private Answer refusal(int remaining, String reset) {
        return answer(
                429,
                Map.of(
                        "Ratelimit-Limit",
                        List.of("800"),
                        "Ratelimit-Remaining",
                        List.of("" + remaining),
                        "Ratelimit-Reset",
                        List.of("" + Instant.parse(reset).getEpochSecond())));
    }

    private Answer answer(int status, Map<String, List<String>> headers) {
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0], time.instant());
    }
}
