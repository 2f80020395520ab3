package io.streamgauge.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.analytics.DataHealth.Slot;
import io.streamgauge.analytics.DataHealth.State;
import io.streamgauge.duckdb.LakeFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHealthTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatCameOfEachSlotAndWhatIsStillPlanned() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("2026-01-04T23:45:00Z"), LakeFixture.row(1, 7, "33", 100));
            lake.land(at("2026-01-05T00:00:00Z"), false, List.of(LakeFixture.row(1, 7, "33", 100)));
            lake.land(at("2026-01-05T00:30:00Z"), LakeFixture.row(1, 7, "33", 100));
            lake.transform();
            DataHealth health = health(lake, at("2026-01-05T01:00:00Z"));

            assertThat(health.days()).hasSize(DataHealth.DAYS);
            DataHealth.Day today = health.days().get(0);
            assertThat(today.date()).isEqualTo(LocalDate.parse("2026-01-05"));
            assertThat(today.slots()).hasSize(96);
            assertThat(today.slots().subList(0, 5).stream().map(Slot::state))
                    .containsExactly(State.PARTIAL, State.MISSING, State.COMPLETE, State.MISSING, State.PLANNED);
            assertThat(today.slots().get(0).reason()).isNotEmpty();
            assertThat(today.slots().get(95)).isEqualTo(new Slot(at("2026-01-05T23:45:00Z"), 900, State.PLANNED, null));
            assertThat(health.days().get(1).slots())
                    .containsExactly(new Slot(at("2026-01-04T23:45:00Z"), 900, State.COMPLETE, null));
            assertThat(health.days().get(2).slots()).isEmpty();
            assertThat(health.runs()).hasSize(1);
        }
    }

    @Test
    void knowsNothingOfAnEmptyLake() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            DataHealth health = health(lake, at("2026-01-05T01:00:00Z"));

            assertThat(health.days()).hasSize(DataHealth.DAYS).allMatch(day -> day.slots()
                    .isEmpty());
            assertThat(health.runs()).isEmpty();
        }
    }

    private static DataHealth health(LakeFixture lake, Instant now) {
        return new LakeAnalytics(lake.store, lake.ledger, lake.models, lake.duckDb, Clock.fixed(now, ZoneOffset.UTC))
                .health();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
