package io.streamgauge.duckdb;

import static io.streamgauge.duckdb.LakeFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerTest {

    @TempDir
    Path folder;

    @Test
    void computesTheWorkedExampleOfTheMetricStandard() {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            lake.land(at("10:00"), row(1, 7, "33", 100));
            lake.land(at("10:15"), row(1, 7, "33", 200));
            lake.land(at("10:45"), row(1, 7, "33", 50));
            lake.land(at("11:00"));
            assertThat(lake.transform().complete()).isEqualTo(4);

            assertThat(hours(lake))
                    .containsExactly("2026-01-05T10:00:00Z 7 33 en 495000 3600 200 2026-01-05T10:15:00Z");
        }
    }

    @Test
    void givesTheSameFilesInWhateverOrderSnapshotsArriveAndWhenRebuilt() {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 35; slot < 62; slot++) {
            if (slot % 17 != 3) {
                slots.add(slot);
            }
        }
        List<String> inOrder = arrive(folder.resolve("in-order"), slots, 1);
        Collections.shuffle(slots, new Random(4));
        List<String> shuffled = arrive(folder.resolve("shuffled"), slots, 9);
        List<String> atOnce = arrive(folder.resolve("at-once"), slots, slots.size());

        assertThat(atOnce).containsExactlyElementsOf(inOrder);
        assertThat(shuffled).containsExactlyElementsOf(inOrder);
    }

    private static List<String> arrive(Path folder, List<Integer> slots, int atOnce) {
        try (LakeFixture lake = LakeFixture.in(folder)) {
            for (int from = 0; from < slots.size(); from += atOnce) {
                for (int slot : slots.subList(from, Math.min(from + atOnce, slots.size()))) {
                    Random random = new Random(slot);
                    lake.land(
                            Instant.parse("2026-01-05T10:00:00Z").plusSeconds(900L * slot),
                            row(1, 7, "33", random.nextInt(1000)),
                            row(2, 8, slot % 5 == 0 ? "" : "44", random.nextInt(1000)),
                            row(2, 8, "44", random.nextInt(1000)),
                            row(3 + slot / 20, 9, "33", random.nextInt(1000)));
                }
                lake.transform();
            }
            List<String> keys = lake.publishedKeys();
            lake.rebuild();
            assertThat(lake.publishedKeys()).containsExactlyElementsOf(keys);
            return keys;
        }
    }

    private static List<String> hours(LakeFixture lake) {
        return lake.select(
                "select * from gold_channel_hours order by hour_at, channel_id, category_id",
                List.of("gold_channel_hours"),
                row -> row.instant("hour_at") + " " + row.number("channel_id") + " " + row.text("category_id") + " "
                        + row.text("language") + " " + row.number("viewer_seconds") + " "
                        + row.number("live_seconds") + " " + row.number("peak_viewers") + " "
                        + row.instant("peak_at"));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + ":00Z");
    }
}
