package io.streamgauge.collector;

import io.streamgauge.lake.SnapshotId;
import java.time.Duration;
import java.time.Instant;

/**
 * Slots in UTC, a cadence apart and counted from midnight.
 *
 * @param cadence whole seconds that divide a day, at most six hours
 */
public record Schedule(Duration cadence) {

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final long DAY = Duration.ofDays(1).toSeconds();

    public Schedule {
        boolean whole = cadence.getNano() == 0 && cadence.toSeconds() >= 1;
        if (!whole || cadence.compareTo(LONGEST) > 0 || DAY % cadence.toSeconds() != 0) {
            throw new IllegalArgumentException("The cadence is " + cadence
                    + ", expected whole seconds that divide a day, from PT1S to PT6H, such as PT15M");
        }
    }

    /** The slot that began last. */
    public SnapshotId currentSlot(Instant now) {
        long seconds = cadence.toSeconds();
        return SnapshotId.at(Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds));
    }

    /** The slot that begins next, never the one that begins now. */
    public SnapshotId nextSlot(Instant now) {
        return SnapshotId.at(currentSlot(now).at().plus(cadence));
    }

    /** Whether a crawl for the slot may still begin: up to two thirds of the way to the next one. */
    public boolean hasTimeFor(SnapshotId slot, Instant now) {
        Instant latest = slot.at().plus(cadence.multipliedBy(2).dividedBy(3));
        return !now.isBefore(slot.at()) && !now.isAfter(latest);
    }
}
