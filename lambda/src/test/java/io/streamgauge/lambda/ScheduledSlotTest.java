package io.streamgauge.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.collector.Schedule;
import io.streamgauge.lake.SnapshotId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which slot an event means. */
final class ScheduledSlotTest {

    private static SnapshotId slot(String event, String now) {
        return ScheduledSlot.of(
                event.getBytes(StandardCharsets.UTF_8), new Schedule(Duration.ofMinutes(15)), Instant.parse(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:15:00Z", "2026-11-22T10:15:59.5Z", "2026-11-22T10:29:59Z"})
    void itIsTheOneInWhichItsTimeLies(String time) {
        assertThat(slot("{\"source\": \"aws.scheduler\", \"time\": \"" + time + "\"}", "2026-11-22T10:25:00Z"))
                .hasToString("20261122T101500Z");
    }

    @Test
    void aSlotEndsTwoThirdsOfTheWayToTheNext() {
        assertThatThrownBy(() -> slot("{\"time\": \"2026-11-22T10:15:00Z\"}", "2026-11-22T10:25:01Z"))
                .hasMessage("It is too late for the snapshot of 2026-11-22T10:15:00Z, it is 2026-11-22T10:25:01Z:"
                        + " Twitch tells only who is live now");
    }

    @Test
    void aSlotThatHasNotBegunIsRefused() {
        assertThatThrownBy(() -> slot("{\"time\": \"2026-11-22T10:15:00Z\"}", "2026-11-22T10:14:59Z"))
                .hasMessage("The slot of 2026-11-22T10:15:00Z has not begun, it is 2026-11-22T10:14:59Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"time\": 5}", "{\"time\": \"noon\"}", "no JSON"})
    void anEventWithoutATimeIsShown(String event) {
        assertThatThrownBy(() -> slot(event, "2026-11-22T10:15:00Z"))
                .hasMessage("The event names no time, expected {\"time\": \"2026-11-22T10:15:00Z\"}, found " + event);
    }
}
