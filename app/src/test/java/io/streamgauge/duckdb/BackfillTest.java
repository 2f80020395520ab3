package io.streamgauge.duckdb;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.engine.Backfill;
import io.streamgauge.engine.BackfillMode;
import io.streamgauge.engine.EngineException;
import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.Run;
import io.streamgauge.lake.Slot;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.model.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Span BOTH = new Span(NOON, NOON.plusSeconds(86_400 + 3600));
    private static final Span FIRST = new Span(NOON, NOON.plusSeconds(3600));

    @TempDir
    Path folder;

    @Test
    void takesInWhatIsMissingAndNamesWhatIsLost() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            landTwoDays(lake);
            lake.land(NOON.plusSeconds(900), row(1, 7, "33", 9));

            Backfill backfill = lake.transformer.planBackfill(FIRST, BackfillMode.MISSING);

            assertThat(backfill.plan().isEmpty()).isTrue();
            assertThat(backfill.waiting()).isEqualTo(Map.of(MONDAY, 1));
            assertThat(backfill.lost())
                    .containsExactly(new Slot(NOON.plusSeconds(2700), 900, Slot.State.MISSING, null));
            assertThat(lake.transformer
                            .backfill(FIRST, BackfillMode.MISSING, TransformListener.SILENT)
                            .complete())
                    .isEqualTo(1);
            assertThat(lake.transformer
                            .planBackfill(FIRST, BackfillMode.MISSING)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void computesAllDaysOfTheSpanToTheSameFiles() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            landTwoDays(lake);
            List<String> keys = lake.publishedKeys();
            Backfill backfill = lake.transformer.planBackfill(FIRST, BackfillMode.ALL);
            assertThat(backfill.plan().days().keySet()).containsExactly(MONDAY);
            assertThat(backfill.plan().tables()).contains("silver_stream_updates", "latest_stream_metrics");

            lake.transformer.backfill(BOTH, BackfillMode.ALL, TransformListener.SILENT);

            assertThat(lake.publishedKeys()).isEqualTo(keys);
            Run run = lake.ledger.runs().last(1).get(0);
            assertThat(run.kind()).isEqualTo("backfill");
            assertThat(run.days()).containsExactly(MONDAY, TUESDAY);
            assertThat(run.rows()).isPositive();
        }
    }

    @Test
    void computesTheDaysWhoseLastRunFailed() throws Exception {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            landTwoDays(lake);
        }
        Models broken = OtherModels.with("gold_game_metrics", "sum(viewers)", "sum(error('no room'))");
        try (LakeFixture lake = LakeFixture.in(folder, broken)) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                assertThatThrownBy(lake::transform).isInstanceOf(EngineException.class);
                Run run = lake.ledger.runs().last(1).get(0);
                assertThat(run.outcome()).isEqualTo(Run.FAILED);
                assertThat(run.attempt()).isEqualTo(attempt);
                assertThat(run.reason()).startsWith("Model gold_game_metrics failed: ");
                assertThat(run.days()).containsExactly(MONDAY, TUESDAY);
            }
        }
        try (LakeFixture lake = LakeFixture.in(folder)) {
            Path landed = lake.store.local(Landing.key(SnapshotId.at(NOON)));
            assertThat(Files.exists(landed))
                    .as("a failing model costs no snapshot")
                    .isTrue();
            assertThat(lake.transformer
                            .planBackfill(FIRST, BackfillMode.FAILED)
                            .plan()
                            .days()
                            .keySet())
                    .containsExactly(MONDAY);

            lake.transformer.backfill(BOTH, BackfillMode.FAILED, TransformListener.SILENT);

            assertThat(lake.transformer.planBackfill(BOTH, BackfillMode.FAILED).isEmpty())
                    .isTrue();
        }
    }

    private static void landTwoDays(LakeFixture lake) {
        for (Instant at : List.of(NOON, NOON.plusSeconds(86_400))) {
            lake.land(at, row(1, 7, "33", 50));
            lake.land(at.plusSeconds(1800), row(1, 7, "33", 60));
            lake.land(at.plusSeconds(3600), row(1, 7, "33", 70));
        }
        lake.transform();
    }
}
