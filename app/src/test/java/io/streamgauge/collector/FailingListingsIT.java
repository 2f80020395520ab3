package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import io.streamgauge.simulator.LiveStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Listings that are cut, repeat themselves or lead nowhere. */
final class FailingListingsIT extends FaultyCrawls {

    /** Without a snapshot to compare with, so that nothing but the walk can notice. */
    @ParameterizedTest
    @EnumSource(names = {"EMPTY_PAGE", "HALF_CURSOR", "REPEATED_CURSOR", "WRAP_MID_LIST", "EARLY_END"})
    void whereverItHappensOnceTheListingIsWhole(Fault fault) throws InterruptedException {
        for (int page = 0; page < pages() - 2; page += 2) {
            givenOnly(fault, FaultRule.once().afterCalls(page));

            assertWhole(crawls.crawl(CrawlMode.WALK));

            assertThat(happened(fault)).isEqualTo(page / 2 + 1);
            crawls.pass(TOO_LONG_TO_COMPARE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_PAGE", "HALF_CURSOR", "REPEATED_CURSOR", "WRAP_MID_LIST", "EARLY_END"})
    void aWalkByLanguageMendsItToo(Fault fault) throws InterruptedException {
        given(fault, FaultRule.once().inLanguage("en"));
        given(fault, FaultRule.once().inLanguage("en").afterCalls(pagesIn("en") - 2));

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedByLanguage(crawl);
        assertThat(happened(fault)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "SHORT_PAGE, WALK",
        "SHORT_PAGE, LANGUAGES",
        "DUPLICATE_ROWS, WALK",
        "DUPLICATE_ROWS, LANGUAGES",
        "WRAP, WALK",
        "WRAP, LANGUAGES"
    })
    void whatHidesNothingLeavesTheListingWhole(Fault fault, CrawlMode mode) throws InterruptedException {
        given(fault, FaultRule.always());

        assertWhole(crawls.crawl(mode));
        assertHappened(fault);
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void aLastPageThatOnceLeadsBackToTheStartIsAskedForAgain(CrawlMode mode) throws InterruptedException {
        given(Fault.WRAP, FaultRule.once());

        CrawlRecord crawl = crawls.crawl(mode);

        assertWhole(crawl);
        assertHappened(Fault.WRAP);
        assertThat(crawl.mode()).isEqualTo(mode.text());
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void anEmptyPageThatStaysIsPartial(CrawlMode mode) throws InterruptedException {
        given(Fault.EMPTY_PAGE, FaultRule.always());
        assertPartial(crawls.crawl(mode), "the listing was empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REPEATED_CURSOR | 200 | a page named the cursor that had led to it",
                "WRAP_MID_LIST | 100 | a page named the cursor that had led to it",
                "EARLY_END | 100 | the listing ended"
            })
    void aCutThatStaysIsPartial(Fault fault, int streams, String what) throws InterruptedException {
        given(fault, FaultRule.always());
        String reason =
                what + " after " + streams + " streams, where they still had " + viewersAt(streams) + " viewers";

        assertPartial(crawls.crawl(CrawlMode.WALK), reason);
        assertPartialBecauseOf(
                crawls.pass(TOO_LONG_TO_COMPARE).crawl(CrawlMode.LANGUAGES),
                what + " after " + streams + " streams, .*");
        assertThat(crawls.landed()).hasSizeGreaterThanOrEqualTo(streams);
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void halfACursorThatStaysIsPartial(CrawlMode mode) throws InterruptedException {
        given(Fault.HALF_CURSOR, FaultRule.always());
        assertPartialBecauseOf(
                crawls.crawl(mode),
                "a page with a cursor held no rows after \\d\\d streams, where they still had \\d+ viewers");
    }

    @Test
    void aPageInMidListThatAlwaysLeadsBackToTheStartIsPartial() throws InterruptedException {
        given(Fault.WRAP_MID_LIST, FaultRule.always().afterCalls(3));
        assertPartialBecauseOf(
                crawls.crawl(CrawlMode.WALK),
                "a page named the cursor that had led to it after 400 streams, where they still had \\d+ viewers");
    }

    @Test
    void aCutAmongTheLeastWatchedShowsByTheSnapshotBefore() throws InterruptedException {
        assertWhole(crawls.crawl(CrawlMode.WALK));
        crawls.pass(SLOT);
        given(Fault.EARLY_END, FaultRule.always().afterCalls(pageOfTheLeastWatched() - 1));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertPartialBecauseOf(
                crawl, "the listing lacks about \\d+ of \\d+ live streams, by asking for channels directly");
        assertThat(crawl.recovered()).isGreaterThan(200);
    }

    @Test
    void aSmallCutIsFilledByTheSecondLookAndTold() throws InterruptedException {
        assertWhole(crawls.crawl(CrawlMode.WALK));
        crawls.pass(SLOT);
        int pages = pages() - 2;
        given(Fault.EARLY_END, FaultRule.always().afterCalls(pages - 1));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertThat(crawl.reason()).isNull();
        assertThat(crawl.capture().listed()).isEqualTo(100 * pages);
        assertThat(crawl.captureRate().orElseThrow())
                .isCloseTo(100.0 * pages / crawls.live().size(), within(0.01));
        assertThat(hidden()).as("newcomers that the listing hid").hasSizeLessThan(30);
        assertThat(crawls.live()).containsAllEntriesOf(crawls.landed());
    }

    @Test
    void theSecondLookProvesAListingWholeThatEndsInAnEmptyPage() throws InterruptedException {
        assertWhole(crawls.crawl(CrawlMode.WALK));
        crawls.pass(SLOT);
        given(Fault.HALF_CURSOR, FaultRule.always().afterCalls(pages() - 2));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertHappened(Fault.HALF_CURSOR);
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.captureRate().orElseThrow()).isBetween(0.9, 0.99);
    }

    @Test
    void aPartialSnapshotProvesNothing() throws InterruptedException {
        given(Fault.HALF_CURSOR, FaultRule.always().afterCalls(3));
        CrawlRecord first = crawls.crawl(CrawlMode.WALK);
        crawls.pass(SLOT);
        givenOnly(Fault.HALF_CURSOR, FaultRule.always().afterCalls(3));

        CrawlRecord second = crawls.crawl(CrawlMode.WALK);

        String reason = "a page with a cursor held no rows after 3\\d\\d streams, where they still had \\d+ viewers";
        assertThat(first.reason()).matches(reason);
        assertPartialBecauseOf(second, reason);
        assertThat(second.recovered()).as("channels that left the first pages").isPositive();
        assertThat(second.captureRate()).isEmpty();
    }

    private int pageOfTheLeastWatched() {
        List<LiveStream> live = WORLD.liveAt(crawls.now());
        long watched = live.stream().filter(stream -> stream.viewerCount() > 2).count();
        return (int) watched / 100 + 1;
    }

    private Map<String, Long> hidden() {
        Map<String, Long> hidden = new HashMap<>(crawls.live());
        hidden.keySet().removeAll(crawls.landed().keySet());
        return hidden;
    }
}
