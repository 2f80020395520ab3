package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one walk pages, time passes so that streams change their places; what that hides is asked for and told. */
final class SecondLookTest {

    private static final Instant START = Instant.parse("2026-06-05T18:00:00Z");
    private static final Duration PAGE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void findsWhatThePagingHidAndTellsHowMuchItWas() throws InterruptedException {
        SimulatorSettings settings =
                SimulatorSettings.defaults().withRateLimit(RateLimit.OFF).withListingEvery(Duration.ofSeconds(1));
        try (SimulatedCrawls crawls = new SimulatedCrawls(folder, 8000, START, settings)) {
            crawls.crawl(CrawlMode.WALK);
            crawls.pass(Duration.ofMinutes(15));
            Instant began = crawls.now();

            Set<String> through = new HashSet<>(crawls.live().keySet());
            CrawlRecord crawl = crawls.crawl(CrawlMode.WALK, progress -> {
                if (progress.recovered() == 0) {
                    crawls.pass(PAGE);
                }
            });
            through.retainAll(crawls.live().keySet());
            Instant ended = crawls.now();
            crawls.pass(Duration.between(ended, began));

            Set<String> landed = crawls.landed().keySet();
            long captured = through.stream().filter(landed::contains).count();
            long listed = crawl.capture().listed();
            assertThat(crawl.recovered()).isPositive();
            assertThat(crawl.capture().missed()).isPositive();
            assertThat((double) captured / through.size()).isGreaterThan(0.99);
            assertThat(crawl.captureRate().orElseThrow())
                    .isBetween(
                            listed / (listed + crawl.recovered() * 2.0),
                            listed / (double) (listed + crawl.recovered()));
            assertThat(crawl.complete()).isTrue();
        }
    }
}
