package io.streamgauge.lake;

import java.time.Instant;
import java.util.Map;

/**
 * What a crawl did and how it ended; travels inside the snapshot's file.
 *
 * @param snapshotAt the slot that the crawl was taken for
 * @param startedAt time of its first call
 * @param endedAt time of its last answer
 * @param cadenceSeconds the planned distance between snapshots, in seconds
 * @param mode how the listing was walked: {@code walk} or {@code languages}
 * @param complete whether the walk reached the end of the listing
 * @param reason why it is partial, or null where it is complete
 * @param pages pages received
 * @param rows rows received, repeats included
 * @param duplicates rows whose stream had come before in this crawl
 * @param recovered streams missing from the listing and found by a direct query
 * @param malformed rows that did not fit the expected form
 * @param calls calls by outcome, for example {@code {"200": 1004, "429": 2}}
 * @param throttledSeconds seconds spent waiting for the rate limit
 * @param simulated whether the answers came from a simulator
 */
public record CrawlRecord(
        Instant snapshotAt,
        Instant startedAt,
        Instant endedAt,
        long cadenceSeconds,
        String mode,
        boolean complete,
        String reason,
        int pages,
        int rows,
        int duplicates,
        int recovered,
        int malformed,
        Map<String, Integer> calls,
        double throttledSeconds,
        boolean simulated) {

    public SnapshotId id() {
        return SnapshotId.at(snapshotAt);
    }
}
