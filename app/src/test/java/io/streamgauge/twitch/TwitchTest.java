package io.streamgauge.twitch;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A client, a small Twitch to talk to, and time that passes only where someone waits. */
abstract class TwitchTest {

    static final String PAGE = Streams.page(List.of(Streams.row(1, 50)), "next");

    final FakeTime time = new FakeTime("2026-11-22T10:00:00Z");
    final FakeTwitch twitch = FakeTwitch.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        twitch.close();
    }

    /** A client as a process has it after its start. */
    final TwitchClient client() {
        return TwitchClient.open(twitch.settings(folder), time, time, new Middle());
    }

    /** Leaves waits at their middle. */
    static final class Middle implements java.util.random.RandomGenerator {

        @Override
        public long nextLong() {
            return Long.MIN_VALUE;
        }
    }
}
