package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.SnapshotId;

/** What came of asking for a snapshot. */
public sealed interface CollectResult {

    SnapshotId snapshot();

    /** It was taken and lies in landing, complete or partial. */
    record Landed(CrawlRecord crawl) implements CollectResult {

        @Override
        public SnapshotId snapshot() {
            return crawl.id();
        }
    }

    /** A complete one was there already; nothing was changed. */
    record AlreadyThere(SnapshotId snapshot) implements CollectResult {}
}
