package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.StreamsPage;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes one snapshot of the live listing into landing. */
public final class Collector {

    private static final String MODE = "walk";

    private final TwitchClient twitch;
    private final SnapshotFormat format;
    private final Landing landing;
    private final Schedule schedule;
    private final Clock clock;
    private final int mostPages;

    public Collector(TwitchClient twitch, SnapshotFormat format, Landing landing, Schedule schedule, Clock clock) {
        this(twitch, format, landing, schedule, clock, Walk.MOST_PAGES);
    }

    Collector(
            TwitchClient twitch,
            SnapshotFormat format,
            Landing landing,
            Schedule schedule,
            Clock clock,
            int mostPages) {
        this.twitch = twitch;
        this.format = format;
        this.landing = landing;
        this.schedule = schedule;
        this.clock = clock;
        this.mostPages = mostPages;
    }

    /**
     * Takes the snapshot, unless a complete one has landed already: then no call is made. What was received before Twitch
     * failed in mid-walk is landed as partial.
     *
     * @throws io.streamgauge.twitch.TwitchException where not even a first page was to be had; nothing is landed then
     * @throws io.streamgauge.lake.LakeException where the lake cannot be read or written
     */
    public CollectResult collect(SnapshotId at, CrawlListener listener) throws InterruptedException {
        if (landing.hasComplete(at)) {
            return new CollectResult.AlreadyThere(at);
        }
        Instant startedAt = clock.instant();
        TwitchUsage before = twitch.usage();
        StreamsPage first = twitch.firstStreams(StreamsFilter.ALL);
        try (SnapshotWriter writer = format.open(at)) {
            Walk walk = new Walk(twitch, writer, listener, mostPages);
            Ending ending = walk.from(first);
            CrawlRecord crawl =
                    record(at, startedAt, walk, ending, twitch.usage().since(before));
            Path file = writer.finish(crawl);
            return landing.put(file, crawl) ? new CollectResult.Landed(crawl) : new CollectResult.AlreadyThere(at);
        }
    }

    private CrawlRecord record(SnapshotId at, Instant startedAt, Walk walk, Ending ending, TwitchUsage usage) {
        Optional<String> shortcoming = ending.shortcoming(walk.rows(), walk.lastViewers());
        return new CrawlRecord(
                at.at(),
                startedAt,
                walk.endedAt(),
                schedule.cadence().toSeconds(),
                MODE,
                shortcoming.isEmpty(),
                shortcoming.orElse(null),
                walk.pages(),
                walk.rows(),
                walk.duplicates(),
                0,
                walk.malformed(),
                usage.calls(),
                usage.throttled().toMillis() / 1000.0,
                walk.isSimulated());
    }
}
