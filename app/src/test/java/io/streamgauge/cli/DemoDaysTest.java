package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.duckdb.LakeFixture;
import io.streamgauge.duckdb.SilverDay;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.World;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDaysTest {

    private static final LocalDate DAY = LocalDate.parse("2026-06-06");

    @TempDir
    Path folder;

    @Test
    void aDayMadeWithoutLandingGivesTheTablesThatLandingGives() {
        World world = World.of(7, 120);
        DemoSlots slots = new DemoSlots(DAY, DAY.plusDays(1));
        SnapshotId next = slots.of(DAY.plusDays(1)).get(0);

        List<String> made;
        try (LakeFixture lake = LakeFixture.in(folder.resolve("made"))) {
            DemoDays days = new DemoDays(
                    world, slots, date -> new SilverDay(date, lake.duckDb, lake.engine, lake.models, lake.scratch));
            lake.transformer.adopt(List.of(days.make(DAY, () -> {})));
            land(lake, world, slots, List.of(next));
            lake.transform();
            made = tables(lake);
            lake.rebuild();
            assertThat(tables(lake)).as("rebuilt").containsExactlyElementsOf(made);
        }
        try (LakeFixture lake = LakeFixture.in(folder.resolve("landed"))) {
            land(lake, world, slots, slots.of(DAY));
            land(lake, world, slots, List.of(next));
            lake.transform();
            String unseen = "tables/quality_results/date=" + DAY;
            assertThat(made)
                    .as("all but what only landing could be checked for")
                    .hasSizeGreaterThan(10)
                    .containsExactlyElementsOf(tables(lake).stream()
                            .filter(key -> !key.startsWith(unseen))
                            .toList());
        }
    }

    private static void land(LakeFixture lake, World world, DemoSlots slots, List<SnapshotId> snapshots) {
        DemoSnapshots landing = new DemoSnapshots(world, slots, lake.format, new Landing(lake.store));
        snapshots.forEach(landing::land);
    }

    private static List<String> tables(LakeFixture lake) {
        return lake.publishedKeys().stream()
                .filter(key -> key.startsWith("tables/"))
                .toList();
    }
}
