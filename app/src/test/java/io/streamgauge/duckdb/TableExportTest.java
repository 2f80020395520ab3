package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Span;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableExportTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void bronzeReachesBackAsFarAsLandingDoes() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(AT, LakeFixture.row(1, 1, "5", 10));
            lake.land(AT.plusSeconds(LakeFixture.CADENCE), LakeFixture.row(1, 1, "5", 20));
            lake.transform();
            TableExport export = new TableExport(lake.duckDb, lake.models, lake.store, lake.ledger);
            Path file = folder.resolve("export.csv");

            lake.store.delete(Landing.key(SnapshotId.at(AT)));

            assertThat(export.write("bronze_stream_updates", Span.EVER, TableExport.Format.CSV, file))
                    .isEqualTo(1);
            assertThat(export.write("silver_stream_updates", Span.EVER, TableExport.Format.CSV, file))
                    .isEqualTo(2);
        }
    }
}
