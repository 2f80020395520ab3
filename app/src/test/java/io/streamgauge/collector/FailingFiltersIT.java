package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import io.streamgauge.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A filter that does not filter, and streams that a filter cannot find. */
final class FailingFiltersIT extends FaultyCrawls {

    @Override
    SimulatorSettings settings() {
        return super.settings().withListingEvery(Duration.ofSeconds(1));
    }

    @Test
    void aFilterThatIsIgnoredIsNotTrusted() throws InterruptedException {
        given(Fault.FILTER_IGNORED, FaultRule.always());

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedUnfiltered(crawl, "asked for streams in '[a-z-]+', Twitch sent \\d+ of \\d+ in other languages");
    }

    @Test
    void aFilterThatIsIgnoredOnceHidesNothing() throws InterruptedException {
        given(Fault.FILTER_IGNORED, FaultRule.once().inLanguage("ko"));

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertHappened(Fault.FILTER_IGNORED);
    }

    @Test
    void aFilterThatFindsNothingOnceIsAskedAgainOnWhateverPage() throws InterruptedException {
        for (int page = 0; page < pagesIn("en"); page++) {
            givenOnly(Fault.FILTER_EMPTY, FaultRule.once().inLanguage("en").afterCalls(page));
            given(Fault.FILTER_EMPTY, FaultRule.once().inLanguage("ko"));

            CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

            assertWhole(crawl);
            assertWalkedByLanguage(crawl);
            assertThat(happened(Fault.FILTER_EMPTY)).isEqualTo(2 * (page + 1));
            crawls.pass(TOO_LONG_TO_COMPARE);
        }
    }

    @Test
    void aFilterThatNeverFindsAnythingIsNotTrusted() throws InterruptedException {
        given(Fault.FILTER_EMPTY, FaultRule.always());

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedUnfiltered(crawl, "the walk in 'en' shows 0 streams, one walk shows \\d+ there");
    }

    @Test
    void oneLanguageThatIsNeverFoundIsMissed() throws InterruptedException {
        given(Fault.FILTER_EMPTY, FaultRule.always().inLanguage("ko"));

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedUnfiltered(crawl, "the walk in 'ko' shows 0 streams, one walk shows \\d+ there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | the walk in 'en' is not whole: the listing ended after 100 streams, where they still had \\d+ viewers",
                "es | the walk in 'es' shows 100 streams, one walk shows \\d+ there"
            })
    void oneLanguageThatIsFoundOnItsFirstPageAloneIsNotTrusted(String language, String because)
            throws InterruptedException {
        given(Fault.FILTER_EMPTY, FaultRule.always().inLanguage(language).on(FaultRule.Pages.LATER));

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedUnfiltered(crawl, because);
    }

    @Test
    void anUnknownLanguageIsWalkedUnfilteredAndThenAskedFor() throws InterruptedException {
        given(Fault.UNKNOWN_LANGUAGE, FaultRule.always());

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedUnfiltered(crawl, "the listing holds streams in 'xx', which was not asked for");
        for (int slot = 1; slot < LanguageCrawl.WALK_AFTER_MISMATCH; slot++) {
            assertWhole(crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES));
        }
        CrawlRecord later = crawls.pass(SLOT).crawl(CrawlMode.LANGUAGES);
        assertWhole(later);
        assertWalkedByLanguage(later);
        assertThat(later.languages().rows().get("xx")).isPositive();
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void whatFlickersIsFoundOneSnapshotLater(CrawlMode mode) throws InterruptedException {
        given(Fault.FLICKER, FaultRule.always());

        CrawlRecord crawl = crawls.crawl(mode);

        assertThat(crawl.complete()).isTrue();
        assertThat(crawls.live()).containsAllEntriesOf(crawls.landed());
        Set<String> landed = crawls.landed().keySet();
        assertThat(WORLD.liveAt(crawls.now()))
                .filteredOn(stream -> !landed.contains(stream.id()))
                .as("hidden")
                .isNotEmpty()
                .allMatch(stream -> stream.startedAt().isAfter(crawls.now().minusSeconds(60)));
        crawls.twitch.faults().clear();
        assertWhole(crawls.pass(SLOT).crawl(mode));
    }
}
