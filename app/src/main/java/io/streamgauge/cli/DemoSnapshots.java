package io.streamgauge.cli;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.World;
import java.time.Instant;
import java.util.List;

/** Lands snapshots of a simulated world as a crawl without any delay would. Safe for many threads. */
final class DemoSnapshots {

    private final World world;
    private final DemoSlots slots;
    private final SnapshotFormat format;
    private final Landing landing;

    DemoSnapshots(World world, DemoSlots slots, SnapshotFormat format, Landing landing) {
        this.world = world;
        this.slots = slots;
        this.format = format;
        this.landing = landing;
    }

    SnapshotId land(SnapshotId slot) {
        List<LiveStream> live = world.liveAt(slot.at());
        CrawlRecord crawl = slots.crawl(slot, live.size());
        try (SnapshotWriter writer = format.open(slot)) {
            int position = 1;
            for (LiveStream stream : live) {
                writer.append(row(slot.at(), position++, stream));
            }
            landing.put(writer.finish(crawl), crawl);
        }
        return slot;
    }

    private static LandingRow row(Instant at, int position, LiveStream stream) {
        return new LandingRow(
                at,
                DemoSlots.page(position),
                position,
                stream.id(),
                stream.userId(),
                stream.userLogin(),
                stream.userName(),
                stream.gameId(),
                stream.gameName(),
                stream.type(),
                stream.title(),
                stream.tags(),
                (long) stream.viewerCount(),
                stream.startedAt().toString(),
                stream.language(),
                stream.thumbnailUrl(),
                stream.tagIds(),
                stream.isMature(),
                null,
                null,
                null);
    }
}
