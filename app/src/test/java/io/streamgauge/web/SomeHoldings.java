package io.streamgauge.web;

import io.streamgauge.analytics.Holdings;
import io.streamgauge.analytics.LakeCitations;
import io.streamgauge.analytics.LakeDownloads;
import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.TableExport;
import io.streamgauge.lake.CitedAnswers;
import java.nio.file.Path;
import java.time.Instant;

/** Tables and citations of a lake with two snapshots. */
final class SomeHoldings implements AutoCloseable {

    static final Instant FIRST = Instant.parse("2026-01-05T23:45:00Z");

    private final LakeFixture lake;
    private final Holdings holdings;

    private SomeHoldings(Path folder, long mostCitedBytes) {
        lake = LakeFixture.in(folder);
        lake.land(FIRST, LakeFixture.row(1, 1, "5", 10), LakeFixture.row(2, 2, "5", 30));
        lake.land(FIRST.plusSeconds(LakeFixture.CADENCE), LakeFixture.row(1, 1, "5", 20));
        lake.transform();
        TableExport export = new TableExport(lake.duckDb, lake.models, lake.store, lake.ledger);
        holdings = new Holdings(
                new LakeDownloads(export, lake.models, folder.resolve("downloads")),
                new LakeCitations(new CitedAnswers(lake.store, folder.resolve("cited")), mostCitedBytes));
    }

    static SomeHoldings in(Path folder) {
        return new SomeHoldings(folder, 1 << 20);
    }

    static SomeHoldings withRoomForCitations(Path folder, long bytes) {
        return new SomeHoldings(folder, bytes);
    }

    Holdings all() {
        return holdings;
    }

    @Override
    public void close() {
        lake.close();
    }
}
