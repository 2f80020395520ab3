package io.streamgauge.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is around a time.
 *
 * @param date its day in UTC
 * @param slots the slots of that day, oldest first; none where nothing was ever tried on it
 * @param snapshot the complete snapshot of the slot that holds the time
 * @param previous the last complete snapshot before that slot
 * @param next the first complete snapshot after it
 */
public record Around(
        LocalDate date,
        List<DataHealth.Slot> slots,
        Optional<Instant> snapshot,
        Optional<Instant> previous,
        Optional<Instant> next) {}
