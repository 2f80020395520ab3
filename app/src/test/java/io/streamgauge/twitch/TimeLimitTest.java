package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client whose time is limited. */
final class TimeLimitTest extends TwitchTest {

    private TwitchClient client(Duration limit) {
        return TwitchClient.open(
                twitch.settings(folder), time, time, time.instant().plus(limit));
    }

    @Test
    void nothingIsAskedOnceTheTimeIsOver() throws InterruptedException {
        twitch.givenNext(Reply.of(200, PAGE));
        TwitchClient client = client(Duration.ofSeconds(10));
        assertThat(client.firstStreams(StreamsFilter.ALL).rows()).hasSize(1);

        time.pass(Duration.ofSeconds(10));
        assertThatThrownBy(() -> client.firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(
                        TwitchException.class, e -> assertThat(e.kind()).isEqualTo(TwitchException.Kind.OUT_OF_TIME))
                .hasMessage("The time for asking Twitch was over at 2026-11-22T10:00:10Z");
    }

    @Test
    void aWaitThatWouldLastLongerIsNotBegun() {
        twitch.givenNext(Reply.of(429, "{}")
                .with("Ratelimit-Limit", "800")
                .with("Ratelimit-Remaining", "0")
                .with("Ratelimit-Reset", "" + time.instant().plusSeconds(60).getEpochSecond()));

        assertThatThrownBy(() -> client(Duration.ofSeconds(10)).firstStreams(StreamsFilter.ALL))
                .hasMessage("The time for asking Twitch was over at 2026-11-22T10:00:10Z");
        assertThat(time.waits()).isEmpty();
    }
}
