package io.streamgauge.lambda;

import io.streamgauge.collector.CollectResult;
import io.streamgauge.collector.Collector;
import io.streamgauge.collector.CrawlListener;
import io.streamgauge.duckdb.DuckDb;
import io.streamgauge.duckdb.DuckDbSettings;
import io.streamgauge.duckdb.DuckDbSnapshotFormat;
import io.streamgauge.lake.FailedCrawl;
import io.streamgauge.lake.LakeOwner;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.s3.S3Settings;
import io.streamgauge.s3.S3Store;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchSettings;
import io.streamgauge.twitch.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One invocation's crawl. Engine, clients and credentials are its own: nothing but the app token outlives it. */
final class Crawl {

    /** DuckDB's own memory. */
    static final int MEGABYTES = 128;

    /** How long S3 is waited for: no longer than what is kept for it at the end of an invocation. */
    static final S3Settings.Times TIMES = new S3Settings.Times(
            Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(45), 5);

    private static final long CACHE_BYTES = 100_000_000;

    private final Settings settings;
    private final Workplace place;
    private final Clock clock;

    Crawl(Settings settings, Workplace place, Clock clock) {
        this.settings = settings;
        this.place = place;
        this.clock = clock;
    }

    /** @param end after which Twitch is asked nothing more */
    CollectResult take(SnapshotId slot, Instant end) throws InterruptedException {
        place.clear();
        S3Settings lake = new S3Settings(settings.lake(), settings.endpoint(), place.cache(), CACHE_BYTES, TIMES);
        try (S3Store store = S3Store.open(lake, clock);
                Secrets secrets = Secrets.open()) {
            LakeOwner.claim(store, settings.environment(), place.scratch());
            Landing landing = new Landing(store);
            TwitchSettings twitch = twitch(secrets, landing, slot);
            KeptToken token = new KeptToken(secrets, settings.tokenSecret(), place.tokenFile());
            token.fetch();
            try (DuckDb duckDb = DuckDb.open(new DuckDbSettings(MEGABYTES, 1, place.scratch()))) {
                TwitchClient client = TwitchClient.open(twitch, clock, Waiter.real(), end);
                DuckDbSnapshotFormat format = new DuckDbSnapshotFormat(duckDb, place.scratch());
                return new Collector(client, format, landing, settings.collect(), clock)
                        .collect(slot, CrawlListener.NONE);
            } finally {
                token.keep();
            }
        }
    }

    /** Without credentials the lake still learns that somebody tried. */
    private TwitchSettings twitch(Secrets secrets, Landing landing, SnapshotId slot) {
        Instant startedAt = clock.instant();
        try {
            String name = settings.credentialsSecret();
            Credentials credentials = Credentials.of(name, secrets.read(name));
            return TwitchSettings.of(
                    credentials.clientId(),
                    credentials.clientSecret(),
                    settings.apiUrl(),
                    settings.authUrl(),
                    place.tokenFile());
        } catch (CollectException e) {
            long cadence = settings.collect().schedule().cadence().toSeconds();
            landing.note(new FailedCrawl(slot.at(), startedAt, clock.instant(), cadence, e.getMessage()));
            throw e;
        }
    }
}
