package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import io.streamgauge.simulator.LiveStream;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import io.streamgauge.twitch.TwitchException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Crawls of a small world whose Twitch fails, compared with what was live. */
abstract class FaultyCrawls {

    static final World WORLD = World.of(5, 1500);
    static final Duration SLOT = Duration.ofMinutes(15);
    static final Duration TOO_LONG_TO_COMPARE = Previous.OLDEST.plusHours(1);
    private static final Instant START = Instant.parse("2026-06-05T18:00:00Z");

    @TempDir
    Path folder;

    SimulatedCrawls crawls;

    @BeforeEach
    final void start() {
        crawls = new SimulatedCrawls(folder, WORLD, START, settings());
    }

    @AfterEach
    final void stop() {
        crawls.close();
    }

    SimulatorSettings settings() {
        return SimulatorSettings.defaults().withRateLimit(RateLimit.OFF).withStall(Duration.ofSeconds(3));
    }

    final void given(Fault fault, FaultRule rule) {
        crawls.twitch.faults().add(fault, rule);
    }

    final void givenOnly(Fault fault, FaultRule rule) {
        crawls.twitch.faults().clear();
        given(fault, rule);
    }

    /** Every live stream landed with its viewers, in a crawl that calls itself complete. */
    final void assertWhole(CrawlRecord crawl) {
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.complete()).isTrue();
        assertThat(crawls.landed()).isEqualTo(crawls.live());
    }

    /** What landed is true as far as it goes, and it says why it goes no further. */
    final void assertPartial(CrawlRecord crawl, String reason, Object... values) {
        assertThat(crawl.reason()).isEqualTo(reason, values);
        assertTrueButPartial(crawl);
    }

    final void assertPartialBecauseOf(CrawlRecord crawl, String pattern) {
        assertThat(crawl.reason()).matches(pattern);
        assertTrueButPartial(crawl);
    }

    private void assertTrueButPartial(CrawlRecord crawl) {
        assertThat(crawl.complete()).isFalse();
        assertThat(crawls.live()).containsAllEntriesOf(crawls.landed());
    }

    final void assertNothingLands(CrawlMode mode, String message) {
        assertThatThrownBy(() -> crawls.crawl(mode))
                .isInstanceOf(TwitchException.class)
                .hasMessageStartingWith(message);
        assertThat(crawls.landing.list()).isEmpty();
    }

    final void assertWalkedByLanguage(CrawlRecord crawl) {
        assertThat(crawl.languages().fallback()).isNull();
        assertThat(crawl.mode()).isEqualTo("languages");
    }

    final void assertWalkedUnfiltered(CrawlRecord crawl, String because) {
        assertThat(crawl.languages().fallback()).matches(because);
        assertThat(crawl.mode()).isEqualTo("walk");
    }

    final void assertHappened(Fault... faults) {
        Collection<Fault> happened = crawls.twitch.faults().happened().keySet();
        assertThat(happened).containsAll(Arrays.asList(faults));
    }

    final int happened(Fault fault) {
        return crawls.twitch.faults().happened().getOrDefault(fault, 0);
    }

    final String streams() {
        return crawls.twitch.address() + "/helix/streams";
    }

    final String quotedStreams() {
        return Pattern.quote(streams());
    }

    /** The viewers of the stream at that place of the listing, counted from one. */
    final long viewersAt(int place) {
        List<LiveStream> live = WORLD.liveAt(crawls.now());
        return live.get(place - 1).viewerCount();
    }

    /** Pages of an unfiltered listing. */
    final int pages() {
        return (WORLD.liveAt(crawls.now()).size() + 99) / 100;
    }

    final int pagesIn(String language) {
        long streams = WORLD.liveAt(crawls.now()).stream()
                .filter(stream -> stream.language().equals(language))
                .count();
        return (int) (streams + 99) / 100;
    }
}
