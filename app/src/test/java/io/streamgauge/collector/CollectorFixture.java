package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LocalStore;
import io.streamgauge.lake.SnapshotId;
import io.streamgauge.twitch.FakeTime;
import io.streamgauge.twitch.FakeTwitch;
import io.streamgauge.twitch.TwitchClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A collector with a small Twitch on one side and a lake in a folder on the other. */
abstract class CollectorFixture {

    static final SnapshotId SLOT = SnapshotId.parse("20261122T100000Z");
    static final Schedule SCHEDULE = new Schedule(Duration.ofMinutes(15));

    final FakeTime time = new FakeTime("2026-11-22T10:00:02Z");
    final FakeTwitch twitch = FakeTwitch.start();
    Landing landing;
    MemoryFormat format;
    TwitchClient client;

    @TempDir
    Path folder;

    @BeforeEach
    final void begin() {
        landing = new Landing(LocalStore.open(folder.resolve("lake")));
        format = new MemoryFormat(folder);
        client = TwitchClient.open(twitch.settings(folder), time, time);
    }

    @AfterEach
    final void stop() {
        twitch.close();
    }

    final Collector collector() {
        return new Collector(client, format, landing, CollectSettings.of(SCHEDULE, CrawlMode.WALK), time);
    }

    final CrawlRecord crawl() throws InterruptedException {
        CollectResult result = collector().collect(SLOT, CrawlListener.NONE);
        if (result instanceof CollectResult.Landed landed) {
            return landed.crawl();
        }
        throw new AssertionError("Nothing landed: " + result);
    }
}
