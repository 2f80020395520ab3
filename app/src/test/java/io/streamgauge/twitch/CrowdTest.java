package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers at once on one limiter, at a latency of 250 ms, in simulated time. */
final class CrowdTest {

    private static final Duration LATENCY = Duration.ofMillis(250);

    private final FakeTime time = new FakeTime("2026-11-22T10:00:00Z");
    private final RateLimiter limiter = new RateLimiter(time, time, new Backoff(new TwitchTest.Middle()));

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16})
    void noCallIsRefusedByABucketThatKeepsItsWord(int callers) {
        Crowd crowd = crowd(new FakeBucket(800, 800, time));

        Crowd.Walk walk = crowd.walk(callers, 3000);

        assertThat(walk.passed()).isEqualTo(3000);
        assertThat(walk.refused()).isZero();
        assertThat(crowd.mostUnderWayBeforeTheFirstAnswer()).isEqualTo(1);
        assertThat(walk.took()).isLessThan(Duration.ofSeconds(callers == 1 ? 760 : 168));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 300})
    void whatAnotherProcessLeftIsFoundOutByOneCall(int left) {
        Crowd crowd = crowd(new FakeBucket(800, 800, time).givenLeft(left));

        Crowd.Walk walk = crowd.walk(16, 1000);

        assertThat(walk.passed()).isEqualTo(1000);
        assertThat(walk.refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, 600, 223, 10", "8, 600, 223, 20", "16, 600, 223, 30", "8, 300, 443, 20", "8, 700, 193, 20"})
    void aSlowerRefillUnderUnchangedHeadersIsLearned(int callers, int perMinute, int seconds, int mostRefused) {
        Crowd crowd = crowd(FakeBucket.slowerThanItSays(800, perMinute, time));

        Crowd.Walk walk = crowd.walk(callers, 3000);

        assertThat(walk.passed()).isEqualTo(3000);
        assertThat(walk.refused()).isBetween(1, mostRefused);
        assertThat(walk.mostInARow()).isLessThan(Retries.MOST_EMPTY_BUCKETS);
        double atBest = (3000 - 800) * 60.0 / perMinute;
        assertThat(walk.took().toMillis() / 1000.0).isBetween(atBest, (double) seconds);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 300, 600})
    void aSlowerRefillThatTheHeadersShowIsFollowed(int perMinute) {
        Crowd crowd = crowd(new FakeBucket(800, perMinute, time));

        Crowd.Walk walk = crowd.walk(8, 3000);

        assertThat(walk.passed()).isEqualTo(3000);
        assertThat(walk.refused()).isLessThan(30);
        double atBest = (3000 - 800) * 60.0 / perMinute;
        assertThat(walk.took().toMillis() / 1000.0).isBetween(atBest, atBest * 1.03);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 300})
    void refusalsThatHaveNothingToDoWithTheBucketSlowNothingDown(int every) {
        Crowd crowd = crowd(new FakeBucket(800, 800, time).givenARefusalEvery(every));

        Crowd.Walk walk = crowd.walk(8, 1000);

        assertThat(walk.passed()).isEqualTo(1000);
        assertThat(walk.refused()).isEqualTo(1000 / every);
        assertThat(walk.took()).isLessThan(Duration.ofSeconds(45));
    }

    @Test
    void whatWasLearnedIsForgottenAgain() {
        Crowd slow = crowd(FakeBucket.slowerThanItSays(800, 400, time));
        slow.walk(8, 2000);
        time.pass(Duration.ofMinutes(15));

        Crowd.Walk walk = crowd(new FakeBucket(800, 800, time)).walk(8, 3000);

        assertThat(walk.refused()).isZero();
        assertThat(walk.took()).isLessThan(Duration.ofSeconds(168));
    }

    private Crowd crowd(FakeBucket bucket) {
        return new Crowd(time, limiter, bucket, LATENCY, new Random(7));
    }
}
