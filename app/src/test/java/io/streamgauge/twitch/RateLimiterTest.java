package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {

    private final FakeTime time = new FakeTime("2026-11-22T10:00:00Z");
    private final RateLimiter limiter = new RateLimiter(time, time);

    @Test
    void beforeTheFirstAnswerTheDocumentedBucketStands() throws InterruptedException {
        take(800);
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
        take(3);
        limiter.answered(headers(800, 4));

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
    void anErrorWithoutHeadersLiftsNoLimit() throws InterruptedException {
        call(headers(800, 1));
        take(1);
        limiter.answered(answer(503, Map.of()));

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
    void whileClosedNoCallPasses() throws InterruptedException {
        limiter.closeUntil(Instant.parse("2026-11-22T10:00:20Z"));

        take(1);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
        assertThat(limiter.throttled()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aResetOfAnotherClockIsCutToWhatABucketCanTake() throws InterruptedException {
        limiter.closeUntil(Instant.parse("2036-01-01T00:00:00Z"));
        take(1);
        limiter.closeUntil(Instant.parse("2016-01-01T00:00:00Z"));
        take(1);

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(1));
    }

    private void take(int calls) throws InterruptedException {
        for (int call = 0; call < calls; call++) {
            limiter.acquire();
        }
    }

    private void call(Answer answer) throws InterruptedException {
        limiter.acquire();
        limiter.answered(answer);
    }

    private Answer headers(int limit, int remaining) {
        return answer(
                200, Map.of("Ratelimit-Limit", List.of("" + limit), "Ratelimit-Remaining", List.of("" + remaining)));
    }

    private Answer answer(int status, Map<String, List<String>> headers) {
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0], time.instant());
    }
}
