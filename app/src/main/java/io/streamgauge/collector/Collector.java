package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.CrawlRecord.Capture;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.lake.SnapshotWriter;
import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import io.streamgauge.twitch.TwitchUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one snapshot of the live listing into landing. */
public final class Collector {

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    /** More than this wins nothing: one language holds nearly half of all streams. */
    private static final int WALKS_AT_ONCE = 8;

    private final TwitchClient twitch;
    private final SnapshotFormat format;
    private final Landing landing;
    private final CollectSettings settings;
    private final Clock clock;

    public Collector(
            TwitchClient twitch, SnapshotFormat format, Landing landing, CollectSettings settings, Clock clock) {
        this.twitch = twitch;
        this.format = format;
        this.landing = landing;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes the snapshot, unless a complete one has landed already: then no call is made. What was received before Twitch
     * failed in mid-walk is landed as partial.
     *
     * @throws TwitchException where not even a first page was to be had; nothing but a note of that is landed then
     * @throws io.streamgauge.lake.LakeException where the lake cannot be read or written
     */
    public CollectResult collect(SnapshotId at, CrawlListener listener) throws InterruptedException {
        if (landing.complete(at).isPresent()) {
            return new CollectResult.AlreadyThere(at);
        }
        Optional<Previous> previous = previous(at);
        Instant startedAt = clock.instant();
        TwitchUsage before = twitch.usage();
        Newcomers newcomers = new Newcomers(previous, at.at());
        try (SnapshotWriter writer = format.open(at);
                Together together = new Together(WALKS_AT_ONCE)) {
            Haul haul = new Haul(writer, newcomers, listener);
            Listing listing = crawl(haul, previous, together);
            SecondLook look = new SecondLook(twitch, haul, together);
            Capture capture = previous.isEmpty()
                    ? null
                    : new Capturing(landing, format, haul, newcomers, look).after(previous.get(), at, listing.mode());
            CrawlRecord crawl =
                    record(at, startedAt, haul, listing, capture, twitch.usage().since(before));
            Path file = writer.finish(crawl);
            return landing.put(file, crawl) ? new CollectResult.Landed(crawl) : new CollectResult.AlreadyThere(at);
        } catch (TwitchException e) {
            long cadence = settings.schedule().cadence().toSeconds();
            landing.note(new FailedCrawl(at.at(), startedAt, clock.instant(), cadence, e.getMessage()));
            throw e;
        }
    }

    private Optional<Previous> previous(SnapshotId at) {
        try {
            return Previous.of(landing, format, at);
        } catch (LakeException e) {
            LOG.warn("Nothing is compared with the last snapshot: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Listing crawl(Haul haul, Optional<Previous> previous, Together together) throws InterruptedException {
        Walk unfiltered = new Walk(twitch, StreamsFilter.ALL, haul, settings.mostPages());
        unfiltered.begin();
        if (settings.mode() == CrawlMode.LANGUAGES) {
            return new LanguageCrawl(
                            unfiltered,
                            code -> new Walk(twitch, StreamsFilter.language(code), haul, settings.mostPages()),
                            previous,
                            together)
                    .run();
        }
        unfiltered.goOn(settings.mostPages(), () -> true);
        return Listing.of(unfiltered, null);
    }

    private CrawlRecord record(
            SnapshotId at, Instant startedAt, Haul haul, Listing listing, Capture capture, TwitchUsage usage) {
        Optional<String> shortcoming = new Verdict(listing, haul, capture).shortcoming();
        return new CrawlRecord(
                at.at(),
                startedAt,
                haul.endedAt(),
                settings.schedule().cadence().toSeconds(),
                listing.mode().text(),
                shortcoming.isEmpty(),
                shortcoming.orElse(null),
                haul.pages(),
                haul.rows(),
                haul.duplicates(),
                haul.recovered(),
                haul.malformed(),
                usage.calls(),
                usage.throttled().toMillis() / 1000.0,
                haul.isSimulated(),
                usage.points(),
                capture,
                listing.languages());
    }
}
