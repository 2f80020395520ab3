package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client against a bucket of points. */
final class BudgetTest extends TwitchTest {

    @BeforeEach
    void givenAPage() {
        twitch.givenPage("", PAGE);
    }

    @Test
    void aThousandCallsTakeWhatTheBucketGivesAndNotOneIsRefused() throws InterruptedException {
        twitch.givenBucket(new FakeBucket(800, 800, time));
        TwitchClient client = client();

        call(client, 1000);

        assertThat(client.usage().calls()).hasToString("{200=1000}");
        assertThat(client.usage().throttled()).isBetween(Duration.ofSeconds(15), Duration.ofMillis(15_100));
    }

    @Test
    void aRestartedClientFindsOutWhatItsPredecessorLeft() throws InterruptedException {
        twitch.givenBucket(new FakeBucket(100, 100, time));
        call(client(), 60);

        TwitchClient client = client();
        call(client, 100);

        assertThat(client.usage().calls()).hasToString("{200=100}");
        assertThat(client.usage().throttled()).isBetween(Duration.ofSeconds(35), Duration.ofSeconds(37));
    }

    @Test
    void aRefillSlowerThanStatedIsSurvived() throws InterruptedException {
        twitch.givenBucket(new FakeBucket(80, 60, time));
        TwitchClient client = client();

        call(client, 300);

        assertThat(client.usage().calls()).containsEntry("200", 300);
        assertThat(time.waited()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void sixteenThreadsAreNeverRefused() throws Exception {
        twitch.givenBucket(new FakeBucket(800, 800, time).givenLeft(5));
        TwitchClient client = client();

        callAtOnce(client, 16, 1000);

        assertThat(client.usage().calls()).hasToString("{200=1000}");
        assertThat(client.usage().points()).isEqualTo(1000);
    }

    @Test
    void eightThreadsGetThroughAWalkOnASlowBucket() throws Exception {
        twitch.givenBucket(FakeBucket.slowerThanItSays(800, 600, time));
        TwitchClient client = client();

        callAtOnce(client, 8, 3000);

        assertThat(client.usage().calls()).containsEntry("200", 3000).containsOnlyKeys("200", "429");
        assertThat(client.usage().calls().get("429")).isLessThan(100);
        assertThat(client.usage().points()).isEqualTo(3000);
    }

    @Test
    void eightThreadsGiveUpTogetherWhereNoCallPassesAnyMore() {
        twitch.givenBucket(new FakeBucket(800, 0, time).givenLeft(0));
        TwitchClient client = client();

        assertThatThrownBy(() -> callAtOnce(client, 8, 8))
                .cause()
                .isInstanceOfSatisfying(
                        TwitchException.class, e -> assertThat(e.kind()).isEqualTo(TwitchException.Kind.RATE_LIMITED));
        assertThat(client.usage().calls().get("429")).isBetween(5, 5 + 7);
        assertThat(client.usage().points()).isZero();
    }

    private static void call(TwitchClient client, int times) throws InterruptedException {
        for (int call = 0; call < times; call++) {
            client.firstStreams(StreamsFilter.ALL);
        }
    }

    private static void callAtOnce(TwitchClient client, int threads, int times) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<StreamsPage> call = () -> client.firstStreams(StreamsFilter.ALL);
            for (Future<StreamsPage> page : pool.invokeAll(Collections.nCopies(times, call))) {
                page.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
