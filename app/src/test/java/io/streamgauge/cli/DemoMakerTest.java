package io.streamgauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Span;
import io.streamgauge.engine.TransformListener;
import io.streamgauge.engine.Transformer;
import io.streamgauge.lake.Publication;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.TableFile;
import io.streamgauge.model.Models;
import io.streamgauge.simulator.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoMakerTest {

    private static final LocalDate DATE = LocalDate.parse("2026-05-31");

    private final Models models = Models.packed();
    private final World world = World.of(1, 500);

    @TempDir
    Path folder;

    @Test
    void makesTheTablesOfADayThatItsSnapshotsWouldGive() {
        List<SnapshotId> slots = DemoWeek.days().get(DATE);
        Map<String, List<TableFile>> made = tables("made", (maker, transformer) -> {
            transformer.adopt(List.of(maker.day(DATE, slots, () -> {})));
        });
        Map<String, List<TableFile>> landed = tables("landed", (maker, transformer) -> slots.forEach(maker::land));

        assertThat(made).containsKeys("silver_stream_updates", "gold_game_metrics", "top_games");
        assertThat(made).isEqualTo(landed);
    }

    private interface Way {
        void go(DemoMaker maker, Transformer transformer);
    }

    /** The day's files by table, once the next day has begun. */
    private Map<String, List<TableFile>> tables(String name, Way way) {
        Places places = Places.of(folder.resolve(name), "dev", Optional.empty());
        try (OpenLake lake = OpenLake.at(places, Clock.systemUTC());
                Transformation transformation = Transformation.on(lake, models);
                DemoMaker maker = new DemoMaker(world, lake, models)) {
            way.go(maker, transformation.transformer());
            maker.land(DemoWeek.days().get(DATE.plusDays(1)).get(0));
            transformation.transformer().update(Span.EVER, TransformListener.SILENT);
            Publication state = lake.ledger().current().orElseThrow();
            return new TreeMap<>(lake.ledger().day(state, DATE).tables());
        }
    }
}
