package io.streamgauge.web.metrics;

import io.streamgauge.analytics.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old the newest snapshot is. */
public final class SnapshotAge {

    private SnapshotAge() {}

    /** By the clock, or by its own time where data is simulated; empty before the first snapshot. */
    public static Optional<Duration> of(Status status, Clock clock) {
        Instant now = status.simulated() ? status.now() : clock.instant();
        return status.newest().map(newest -> Duration.between(newest.snapshotAt(), now));
    }
}
