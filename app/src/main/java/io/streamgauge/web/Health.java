package io.streamgauge.web;

import io.streamgauge.analytics.Status;
import java.time.Instant;
import java.util.Optional;

/** That the server lives and can read the lake. */
record Health(String status, String dataVersion, Optional<Instant> newestSnapshotAt) {

    static Health of(Status status) {
        return new Health("ok", status.dataVersion(), status.newest().map(Status.Newest::snapshotAt));
    }
}
