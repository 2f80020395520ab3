package io.streamgauge.cli;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lands snapshots of a simulated world as a crawl without any delay would. Safe for many threads. */
final class DemoSnapshots {

    private static final int PAGE = 100;

    private final World world;
    private final SnapshotFormat format;
    private final Landing landing;
    private final Duration cadence;

    DemoSnapshots(World world, SnapshotFormat format, Landing landing, Duration cadence) {
        this.world = world;
        this.format = format;
        this.landing = landing;
        this.cadence = cadence;
    }

    SnapshotId land(SnapshotId slot) {
        List<LiveStream> live = world.liveAt(slot.at());
        CrawlRecord crawl = crawl(slot.at(), live.size());
        try (SnapshotWriter writer = format.open(slot)) {
            int position = 1;
            for (LiveStream stream : live) {
                writer.append(row(slot.at(), position++, stream));
            }
            landing.put(writer.finish(crawl), crawl);
        }
        return slot;
    }

    private CrawlRecord crawl(Instant at, int rows) {
        int pages = page(rows);
        return new CrawlRecord(
                at,
                at,
                at,
                cadence.toSeconds(),
                "walk",
                true,
                null,
                pages,
                rows,
                0,
                0,
                0,
                Map.of("200", pages),
                0,
                true);
    }

    private static int page(int position) {
        return Math.max(1, (position + PAGE - 1) / PAGE);
    }

    private static LandingRow row(Instant at, int position, LiveStream stream) {
        return new LandingRow(
                at,
                page(position),
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
