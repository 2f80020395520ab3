package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.FaultRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that fail: what passes costs nothing but time, what stays ends the crawl with a reason. */
final class FailingCallsIT extends FaultyCrawls {

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_RESET,      WALK, 3, unreachable",
        "CONNECTION_RESET, LANGUAGES, 3, unreachable",
        "TRUNCATED_JSON,        WALK, 3, unreadable",
        "TRUNCATED_JSON,   LANGUAGES, 3, unreadable",
        "EMPTY_500,             WALK, 3, 500",
        "EMPTY_500,        LANGUAGES, 3, 500",
        "HTML_503,              WALK, 3, 503",
        "HTML_503,         LANGUAGES, 3, 503",
        "STALL,                 WALK, 1, unreachable",
        "STALL,            LANGUAGES, 1, unreachable",
        "INVALID_CURSOR,        WALK, 3, 400",
        "INVALID_CURSOR,   LANGUAGES, 3, 400",
        "RATE_429_EMPTY,        WALK, 3, 429",
        "RATE_429_EMPTY,   LANGUAGES, 3, 429",
        "RATE_429_POINTS_LEFT,  WALK, 3, 429",
        "RATE_429_POINTS_LEFT, LANGUAGES, 3, 429"
    })
    void whatPassesIsTriedAgain(Fault fault, CrawlMode mode, int times, String outcome) throws InterruptedException {
        given(fault, FaultRule.always().times(times).afterCalls(4));

        CrawlRecord crawl = crawls.crawl(mode);

        assertWhole(crawl);
        assertThat(happened(fault)).isEqualTo(times);
        assertThat(crawl.calls().get(outcome)).isGreaterThanOrEqualTo(times);
        assertThat(crawl.mode()).isEqualTo(mode.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECTION_RESET | Twitch cannot be reached at %s after 5 tries:",
                "TRUNCATED_JSON | Getting the first page of streams from %s failed after 5 tries: Twitch answered 200 with"
                        + " a body that is not JSON, or not to its end:",
                "EMPTY_500 | Getting the first page of streams from %s failed after 5 tries: Twitch answered 500",
                "HTML_503 | Getting the first page of streams from %s failed after 5 tries: Twitch answered 503 <!DOCTYPE",
                "RATE_429_EMPTY | Getting the first page of streams from %s failed after 5 tries: Twitch answered 429"
                        + " Request limit exceeded",
                "RATE_429_POINTS_LEFT | Getting the first page of streams from %s failed after 5 tries: Twitch answered 429"
                        + " Request limit exceeded",
                "TOKEN_REVOKED | Twitch refused a token that it had just given (401 Invalid OAuth token): check that"
            })
    void whatStaysFromTheBeginningLandsNothing(Fault fault, String message) {
        given(fault, FaultRule.always());
        assertNothingLands(CrawlMode.LANGUAGES, message.formatted(streams()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECTION_RESET | Twitch cannot be reached at %s after 5 tries: .*",
                "TRUNCATED_JSON | Getting the next page of streams from %s failed after 5 tries: Twitch answered 200 with a"
                        + " body that is not JSON, or not to its end: byte \\d+ does not fit",
                "EMPTY_500 | Getting the next page of streams from %s failed after 5 tries: Twitch answered 500",
                "HTML_503 | Getting the next page of streams from %s failed after 5 tries: Twitch answered 503 <!DOCTYPE.*",
                "STALL | Twitch cannot be reached at %s after 5 tries: no answer within 1 s",
                "RATE_429_EMPTY | Getting the next page of streams from %s failed after 5 tries: Twitch answered 429"
                        + " Request limit exceeded",
                "RATE_429_POINTS_LEFT | Getting the next page of streams from %s failed after 5 tries: Twitch answered 429"
                        + " Request limit exceeded",
                "INVALID_CURSOR | Getting the next page of streams from %s failed after 4 tries: Twitch answered 400 invalid"
                        + " cursor"
            })
    void whatStaysFromSomePageOnLeavesAPartialSnapshot(Fault fault, String reason) throws InterruptedException {
        given(fault, FaultRule.always().afterCalls(6));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertPartialBecauseOf(crawl, "broke off after [67] pages: " + reason.formatted(quotedStreams()));
        assertThat(crawls.landed()).hasSizeBetween(600, 700);
    }

    @Test
    void whatStaysForAllWalksLeavesAPartialSnapshot() throws InterruptedException {
        given(Fault.EMPTY_500, FaultRule.always().afterCalls(6));

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertPartialBecauseOf(
                crawl,
                "broke off after \\d pages?: Getting the next page of streams from " + quotedStreams()
                        + " failed after 5 tries: Twitch answered 500");
        assertThat(crawls.landed()).as("what the other walks brought").isNotEmpty();
    }

    @Test
    void whatStaysForOneLanguageIsWalkedUnfiltered() throws InterruptedException {
        given(Fault.EMPTY_500, FaultRule.always().inLanguage("ko"));

        CrawlRecord crawl = crawls.crawl(CrawlMode.LANGUAGES);

        assertWhole(crawl);
        assertWalkedUnfiltered(
                crawl,
                "the walk in 'ko' is not whole: broke off after 0 pages: Getting the first page of streams in 'ko' from "
                        + quotedStreams() + " failed after 5 tries: Twitch answered 500");
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void aTokenThatIsRevokedInMidCrawlIsRenewed(CrawlMode mode) throws InterruptedException {
        given(Fault.TOKEN_REVOKED, FaultRule.once().afterCalls(6));

        CrawlRecord crawl = crawls.crawl(mode);

        assertWhole(crawl);
        assertHappened(Fault.TOKEN_REVOKED);
        assertThat(crawl.calls().get("401")).isBetween(1, 8);
        assertThat(crawl.mode()).isEqualTo(mode.text());
    }

    @ParameterizedTest
    @EnumSource(CrawlMode.class)
    void aTokenServiceThatComesBackIsWaitedFor(CrawlMode mode) throws InterruptedException {
        given(Fault.TOKEN_SERVICE_DOWN, FaultRule.always().times(4));

        assertWhole(crawls.crawl(mode));
        assertThat(happened(Fault.TOKEN_SERVICE_DOWN)).isEqualTo(4);
    }

    @Test
    void withoutATokenServiceNothingLands() {
        given(Fault.TOKEN_SERVICE_DOWN, FaultRule.always());

        assertNothingLands(
                CrawlMode.WALK,
                "Asking for an app token at " + crawls.twitch.address()
                        + "/oauth2/token failed after 5 tries: Twitch answered 503 service unavailable");
    }

    @Test
    void aTokenThatIsRevokedWhileTheTokenServiceIsDownLeavesAPartialSnapshot() throws InterruptedException {
        given(Fault.TOKEN_SERVICE_DOWN, FaultRule.always().afterCalls(1));
        given(Fault.TOKEN_REVOKED, FaultRule.once().afterCalls(6));

        assertPartial(
                crawls.crawl(CrawlMode.WALK),
                "broke off after 6 pages: Asking for an app token at %s/oauth2/token failed after 5 tries: Twitch answered"
                        + " 503 service unavailable",
                crawls.twitch.address());
    }

    @Test
    void aSecondLookThatFailsAltogetherLeavesTheShareUnknown() throws InterruptedException {
        crawls.crawl(CrawlMode.WALK);
        crawls.pass(SLOT);
        given(Fault.EMPTY_500, FaultRule.always().on(FaultRule.Pages.FIRST).afterCalls(1));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertWhole(crawl);
        assertHappened(Fault.EMPTY_500);
        assertThat(crawl.capture())
                .isEqualTo(new CrawlRecord.Capture(crawls.live().size(), 0, null));
        assertThat(crawl.captureRate()).isEmpty();
    }

    @Test
    void aSecondLookThatFailsInTheMiddleCountsWhatItAskedFor() throws InterruptedException {
        crawls.crawl(CrawlMode.WALK);
        crawls.pass(SLOT.multipliedBy(6));
        given(Fault.EMPTY_500, FaultRule.always().on(FaultRule.Pages.FIRST).afterCalls(2));

        CrawlRecord crawl = crawls.crawl(CrawlMode.WALK);

        assertWhole(crawl);
        assertThat(crawl.capture())
                .isEqualTo(new CrawlRecord.Capture(crawls.live().size(), 97, 0));
    }
}
