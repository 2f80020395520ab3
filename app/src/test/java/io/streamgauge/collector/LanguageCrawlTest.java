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

/** Walks by language against the simulated Twitch, whose time stands still within a crawl. */
final class LanguageCrawlTest {

    private static final Instant START = Instant.parse("2026-06-05T18:00:00Z");
    private static final Duration SLOT = Duration.ofMinutes(15);

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
    void showsWhatOneWalkWouldShow() throws InterruptedException {
        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertThat(crawls.landed()).isEqualTo(crawls.live());
        assertThat(crawl.mode()).isEqualTo("languages");
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.languages().fallback()).isNull();
        assertThat(crawl.languages().sinceControl()).as("never compared").isNull();
        assertThat(crawl.languages().rows()).containsKeys("en", "zh-hk", "other");
        assertThat(crawl.capture()).as("nothing to ask for").isNull();
    }

    @Test
    void comparesTheSecondTimeAndThenOnceADay() throws InterruptedException {
        crawls.crawl(CrawlMode.LANGUAGES);
        CrawlRecord control = crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES);
        CrawlRecord next = crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES);

        assertThat(control.languages().sinceControl()).isZero();
        assertThat(control.duplicates())
                .as("every stream twice")
                .isGreaterThanOrEqualTo(crawls.live().size() * 9 / 10);
        assertThat(next.languages().sinceControl()).isEqualTo(1);
        assertThat(next.duplicates())
                .as("the first pages twice, and last pages that were full or well watched")
                .isLessThanOrEqualTo(2300);
        assertThat(crawls.landed()).isEqualTo(crawls.live());
    }

    @Test
    void aWalkBeforeItIsComparisonEnough() throws InterruptedException {
        CrawlRecord walk = crawls.crawl(CrawlMode.WALK);
        CrawlRecord next = crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES);

        assertThat(walk.mode()).isEqualTo("walk");
        assertThat(walk.languages()).isNull();
        assertThat(next.languages().sinceControl()).isEqualTo(1);
    }

    @Test
    void asksForChannelsThatAreMissingAndMeasuresWithoutFindingAny() throws InterruptedException {
        crawls.crawl(CrawlMode.LANGUAGES);
        CrawlRecord crawl = crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES);

        assertThat(crawl.capture().asked()).as("channels that went offline").isPositive();
        assertThat(crawl.recovered()).isZero();
        assertThat(crawl.captureRate()).hasValue(1.0);
    }
}
