package io.streamgauge.lake;

import java.time.Instant;

/**
 * A crawl that landed nothing.
 *
 * @param snapshotAt the slot that it was for
 * @param startedAt time of its first call
 * @param endedAt when it was given up
 * @param cadenceSeconds the planned distance between snapshots, in seconds
 * @param reason for people
 */
public record FailedCrawl(Instant snapshotAt, Instant startedAt, Instant endedAt, long cadenceSeconds, String reason) {

    public SnapshotId id() {
        return SnapshotId.at(snapshotAt);
    }
}
