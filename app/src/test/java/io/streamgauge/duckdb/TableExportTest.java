package io.streamgauge.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Span;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

    @Test
    void titlesAreWrittenWithTheirTagsForTheTimeOverWhichTheyWereSeen() throws IOException {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(AT, LakeFixture.row(1, 7, "5", 10, "say \"hello\"", List.of("b", "a, c")));
            lake.land(AT.plusSeconds(LakeFixture.CADENCE), LakeFixture.row(1, 7, "5", 20, "bye", null));
            lake.transform();
            TableExport export = new TableExport(lake.duckDb, lake.models, lake.store, lake.ledger);
            Path file = folder.resolve("export");

            export.write("silver_broadcast_titles", Span.EVER, TableExport.Format.CSV, file);
            assertThat(Files.readAllLines(file))
                    .containsExactly(
                            "channel_id,stream_id,title,tags,first_seen_at,last_seen_at",
                            "7,1,\"say \"\"hello\"\"\",\"[b, 'a, c']\",2026-01-05 10:00:00,2026-01-05 10:00:00",
                            "7,1,bye,,2026-01-05 10:15:00,2026-01-05 10:15:00");
            export.write("silver_broadcast_titles", new Span(AT, AT.plusSeconds(60)), TableExport.Format.JSON, file);
            assertThat(Files.readString(file))
                    .contains("\"tags\":[\"b\",\"a, c\"]")
                    .doesNotContain("bye");
        }
    }
}
