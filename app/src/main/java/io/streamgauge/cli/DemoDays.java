package io.streamgauge.cli;

import io.streamgauge.duckdb.SilverDay;
import io.streamgauge.engine.AdoptedDay;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whole days of a simulated world as they lie in silver when landing no longer holds them. Safe for many threads. */
final class DemoDays {

    private final World world;
    private final DemoSlots slots;
    private final Function<LocalDate, SilverDay> silver;

    DemoDays(World world, DemoSlots slots, Function<LocalDate, SilverDay> silver) {
        this.world = world;
        this.slots = slots;
        this.silver = silver;
    }

    /** @param done called after each snapshot */
    AdoptedDay make(LocalDate date, Runnable done) {
        try (SilverDay day = silver.apply(date)) {
            for (SnapshotId slot : slots.of(date)) {
                List<LiveStream> live = world.liveAt(slot.at());
                List<SilverDay.Observation> observations = new ArrayList<>(live.size());
                live.forEach(stream -> observations.add(observation(stream)));
                day.add(slots.crawl(slot, live.size()), observations);
                done.run();
            }
            return day.finish();
        }
    }

    private static SilverDay.Observation observation(LiveStream stream) {
        return new SilverDay.Observation(
                Long.parseLong(stream.userId()),
                stream.userLogin(),
                stream.userName(),
                Long.parseLong(stream.id()),
                stream.gameId(),
                stream.gameName(),
                stream.language(),
                stream.viewerCount(),
                stream.startedAt(),
                stream.title(),
                stream.tags());
    }
}
