package io.streamgauge.lambda;

import io.streamgauge.collector.Schedule;
import io.streamgauge.lake.SnapshotId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The slot that an event asks for: the one in which its {@code time} lies, so that a repeated event means the same slot. */
final class ScheduledSlot {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_SHOWN = 200;

    private ScheduledSlot() {}

    /** @throws CollectException where the event names no time, or it is too late or too early for it */
    static SnapshotId of(byte[] event, Schedule schedule, Instant now) {
        SnapshotId slot = schedule.currentSlot(time(event));
        if (!schedule.hasTimeFor(slot, now)) {
            throw new CollectException(
                    now.isBefore(slot.at())
                            ? "The slot of " + slot.at() + " has not begun, it is " + now
                            : "It is too late for the snapshot of " + slot.at() + ", it is " + now
                                    + ": Twitch tells only who is live now");
        }
        return slot;
    }

    private static Instant time(byte[] event) {
        try {
            return Instant.parse(JSON.readTree(event).path("time").asString(""));
        } catch (JacksonException | DateTimeException e) {
            String text = new String(event, StandardCharsets.UTF_8);
            throw new CollectException("The event names no time, expected {\"time\": \"2026-11-22T10:15:00Z\"}, found "
                    + text.substring(0, Math.min(text.length(), MOST_SHOWN)));
        }
    }
}
