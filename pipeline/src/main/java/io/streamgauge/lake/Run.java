package io.streamgauge.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One run that worked on the tables.
 *
 * @param kind {@code transform}, {@code rebuild}, {@code backfill}, {@code forget} or {@code retention}
 * @param attempt how many runs there were since the last one that did not fail, this one included
 * @param outcome {@code done} or {@code failed}
 * @param reason why it failed, or null
 * @param snapshots snapshots taken in
 * @param days days whose tables it computed, or meant to where it failed; oldest first
 * @param rows rows written into tables
 * @param version the state that it published last, or null
 */
public record Run(
        String kind,
        Instant startedAt,
        Instant endedAt,
        int attempt,
        String outcome,
        String reason,
        int snapshots,
        List<LocalDate> days,
        long rows,
        String version) {

    public static final String DONE = "done";
    public static final String FAILED = "failed";

    public Run {
        days = days == null ? List.of() : days;
    }
}
