package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl that may not take as long as it would: what was received lands as partial. */
final class OutOfTimeTest {

    private static final Instant START = Instant.parse("2026-06-05T18:00:00Z");
    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final Duration PAGE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private SimulatedCrawls crawls;

    @BeforeEach
    void start() {
        crawls = new SimulatedCrawls(
                folder, 6000, START, SimulatorSettings.defaults().withRateLimit(RateLimit.OFF));
    }

    @AfterEach
    void stop() {
        crawls.close();
    }

    @Test
    void oneWalkEndsWhereItIs() throws InterruptedException {
        CrawlRecord crawl = crawls.crawlWithin(Duration.ofSeconds(20), PAGE, CrawlMode.WALK);

        assertThat(crawl.complete()).isFalse();
        assertThat(crawl.reason()).isEqualTo("the time for it was over after 2000 streams");
        assertThat(crawl.pages()).isEqualTo(20);
        assertThat(crawls.landed()).hasSize(2000);
    }

    @Test
    void walksByLanguageEndAndAreNotDistrustedForIt() throws InterruptedException {
        crawls.crawl(CrawlMode.LANGUAGES);
        crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES);
        crawls.pass(SLOT);
        CrawlRecord crawl = crawls.crawlWithin(Duration.ofSeconds(40), PAGE, CrawlMode.LANGUAGES);

        assertThat(crawl.complete()).isFalse();
        assertThat(crawl.reason())
                .matches("the time for it was over while \\d+ of \\d+ walks by language were under way or to come");
        assertThat(crawl.mode()).isEqualTo("languages");
        assertThat(crawl.languages().fallback()).as("nothing that does not fit").isNull();
        assertThat(crawl.pages()).as("those under way may end").isBetween(40, 50);
        assertThat(crawl.recovered()).as("no time for a second look").isZero();
    }

    @Test
    void aSecondLookThatIsCutShortLeavesTheListingComplete() throws InterruptedException {
        int pages = crawls.crawl(CrawlMode.WALK).pages();
        crawls.pass(Duration.ofHours(1));
        CrawlRecord crawl = crawls.crawlWithin(PAGE.multipliedBy(pages + 8), PAGE, CrawlMode.WALK);

        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.recovered())
                .as("found by the calls there was time for")
                .isLessThan(crawl.capture().asked());
    }
}
