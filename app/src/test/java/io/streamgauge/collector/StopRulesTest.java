package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.twitch.Reply;
import io.streamgauge.twitch.Streams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a walk ends, and whether it is complete then. */
final class StopRulesTest extends CollectorFixture {

    @Test
    void aPageWithoutACursorEndsASmallListingWhereverItIs() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 999, 40_000), 100);
        CrawlRecord crawl = assertComplete(11, 1098);
        assertThat(crawl.duplicates()).as("the last page was asked for twice").isEqualTo(99);
    }

    @Test
    void aFullLastPageIsAskedForTwice() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 300, 0), 100);
        assertComplete(4, 400);
    }

    @Test
    void aFullLastPageAmongWatchedStreamsIsPartialHoweverSmallTheListing() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 300, 3), 100);
        assertPartial("the listing ended after 300 streams, where they still had 3 viewers");
    }

    @Test
    void anEmptyLastPageIsAskedForTwice() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 290, 1), 100);
        CrawlRecord crawl = crawlMeeting(2, Streams.page(List.of(), null));
        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.rows()).isEqualTo(290);
    }

    @Test
    void aPageWithoutACursorEndsALargeListingAmongTheSmallestStreams() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 1001, 2), 100);
        assertComplete(11, 1001);
    }

    @Test
    void aLargeListingThatEndsAmongWatchedStreamsIsPartial() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 1001, 3), 100);
        assertPartial("the listing ended after 1001 streams, where they still had 3 viewers");
    }

    @Test
    void anEarlyEndThatPassesIsNoEnd() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 1001, 3), 100);
        twitch.givenPage("after 1000+/=", Streams.page(Streams.rows(1001, 1, 3), "more"))
                .givenPage("more", Streams.page(Streams.rows(1002, 5, 0), null))
                .givenNext(Reply.of(200, Streams.page(Streams.rows(1, 100, 3), null)));
        assertComplete(13, 1106);
    }

    @Test
    void anEmptyListingIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(List.of(), null));
        assertPartial("the listing was empty");
    }

    @Test
    void anEmptyFirstPageWithACursorIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(List.of(), "a")).givenPage("a", Streams.page(List.of(), "b"));
        assertPartial("the listing was empty");
    }

    @Test
    void aShortPageIsNoEnd() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 40, 9), "a"))
                .givenPage("a", Streams.page(Streams.rows(41, 98, 5), "b"))
                .givenPage("b", Streams.page(Streams.rows(200, 3, 0), null));
        assertComplete(3, 141);
    }

    @Test
    void anEmptyPageWithACursorIsNoEndThatCanBeTrusted() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 0), "a"))
                .givenPage("a", Streams.page(List.of(), "b"))
                .givenPage("b", Streams.page(List.of(), "c"));
        assertPartial("a page with a cursor held no rows after 100 streams, where they still had 0 viewers");
    }

    @Test
    void anEmptyPageThatStaysIsPassedByItsCursor() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 9), "a"))
                .givenPage("a", Streams.page(List.of(), "b"))
                .givenPage("b", Streams.page(Streams.rows(101, 50, 0), null));
        CrawlRecord crawl = crawl();
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.rows() - crawl.duplicates()).isEqualTo(150);
    }

    @Test
    void anEmptyPageThatPassesIsAskedForAgain() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 299, 0), 100);
        CrawlRecord crawl = crawlMeeting(2, Streams.page(List.of(), "after 100+/="));
        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.rows()).isEqualTo(299);
        assertThat(crawl.pages()).isEqualTo(4);
    }

    @Test
    void halfACursorIsMendedByThePageBeforeIt() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 300, 0), 100).givenPage("half", Streams.page(List.of(), "half"));
        CrawlRecord crawl = crawlMeeting(2, Streams.page(Streams.rows(101, 52, 0), "half"));
        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.rows() - crawl.duplicates()).isEqualTo(300);
    }

    @Test
    void halfACursorThatStaysIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 52, 700), "half"))
                .givenPage("half", Streams.page(List.of(), "half"));
        assertPartial("a page with a cursor held no rows after 52 streams, where they still had 700 viewers");
    }

    @Test
    void aCursorThatLeadsToItselfEndsTheWalk() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 100, 40), "a"));
        assertPartial("a page named the cursor that had led to it after 200 streams, where they still had 40 viewers");
    }

    @Test
    void aRepeatedCursorThatPassesIsNoEnd() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 300, 0), 100);
        CrawlRecord crawl = crawlMeeting(2, Streams.page(Streams.rows(101, 100, 0), "after 100+/="));
        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.rows() - crawl.duplicates()).isEqualTo(300);
    }

    @Test
    void aCursorThatLeadsBackToTheStartEndsTheWalk() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 99, 0), "b"))
                .givenPage("b", Streams.page(Streams.rows(1, 100, 60), "a2"));
        CrawlRecord crawl = crawl();
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.rows() - crawl.duplicates()).isEqualTo(199);
    }

    @Test
    void aFullPageThatLeadsBackToTheStartIsNoEnd() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 100, 0), "b"))
                .givenPage("b", Streams.page(Streams.rows(1, 100, 60), "a2"));
        assertPartial("the cursor led back to the start after 200 streams, where they still had 0 viewers");
    }

    @Test
    void aCursorThatLeadsBackToTheStartOnceIsNoEnd() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 290, 0), 100);
        twitch.givenPage("start", Streams.page(Streams.rows(1, 100, 60), "after 100+/="));
        CrawlRecord crawl = crawlMeeting(2, Streams.page(Streams.rows(101, 100, 0), "start"));
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.rows() - crawl.duplicates()).isEqualTo(290);
    }

    @Test
    void rowsWithoutAnIdAreNothingNew() throws InterruptedException {
        twitch.givenPage("", Streams.page(List.of(Streams.row(1, 60), "null"), "a"))
                .givenPage("a", Streams.page(List.of(Streams.row(2, 40), "null"), "a"));
        assertPartial("a page named the cursor that had led to it after 2 streams, where they still had 40 viewers");
    }

    @Test
    void aWalkThatWrapsAmongWatchedStreamsIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 100, 30), "b"))
                .givenPage("b", Streams.page(Streams.rows(1, 100, 60), "a2"));
        assertPartial("the cursor led back to the start after 200 streams, where they still had 30 viewers");
    }

    @Test
    void repeatedRowsAreNoEndWhileNewOnesCome() throws InterruptedException {
        List<String> second = new ArrayList<>(Streams.rows(1, 99, 80));
        second.add(Streams.row(500, 1));
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(second, "b"))
                .givenPage("b", Streams.page(Streams.rows(600, 1, 0), null));
        assertComplete(3, 201);
    }

    @Test
    void aCircleWithoutARiseEndsAfterTenPagesWithNothingNew() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 99, 0), "a"));
        twitch.givenPage("a", Streams.page(Streams.rows(1, 99, 0), "b"));
        twitch.givenPage("b", Streams.page(Streams.rows(1, 99, 0), "a"));
        assertComplete(15, 1485);
    }

    @Test
    void thePageCapIsPartial() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 500, 0), 100);
        Collector collector =
                new Collector(client, format, landing, new CollectSettings(SCHEDULE, CrawlMode.WALK, 3), time);

        CrawlRecord crawl = ((CollectResult.Landed) collector.collect(SLOT, CrawlListener.NONE)).crawl();

        assertThat(crawl.complete()).isFalse();
        assertThat(crawl.reason()).isEqualTo("stopped after 3 pages, the most that a crawl may take");
        assertThat(crawl.rows()).isEqualTo(300);
    }

    private CrawlRecord assertComplete(int pages, int rows) throws InterruptedException {
        CrawlRecord crawl = crawl();
        assertThat(crawl.reason()).isNull();
        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.pages()).isEqualTo(pages);
        assertThat(crawl.rows()).isEqualTo(rows);
        return crawl;
    }

    private void assertPartial(String reason) throws InterruptedException {
        CrawlRecord crawl = crawl();
        assertThat(crawl.reason()).isEqualTo(reason);
        assertThat(crawl.complete()).isFalse();
        assertThat(crawl.pages()).as("pages, doubtful ones asked for again").isLessThan(20);
    }

    /** A crawl whose page of that number is answered once so. */
    private CrawlRecord crawlMeeting(int page, String body) throws InterruptedException {
        CollectResult result = collector().collect(SLOT, progress -> {
            if (progress.pages() == page - 1) {
                twitch.givenNext(Reply.of(200, body));
            }
        });
        return ((CollectResult.Landed) result).crawl();
    }
}
