package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.twitch.Streams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a walk ends, and whether it is complete then. */
final class StopRulesTest extends CollectorFixture {

    @Test
    void aPageWithoutACursorEndsASmallListingWhereverItIs() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 1000, 5000), 100);
        assertComplete(10, 1000);
    }

    @Test
    void aPageWithoutACursorEndsALargeListingAmongTheSmallestStreams() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 1001, 2), 100);
        assertComplete(11, 1001);
    }

    @Test
    void aLargeListingThatEndsAmongWatchedStreamsIsPartial() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 1001, 3), 100);
        assertPartial("the listing ended after 1001 rows, where streams still had 3 viewers", 11);
    }

    @Test
    void anEmptyListingIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(List.of(), null));
        assertPartial("the listing was empty", 1);
    }

    @Test
    void anEmptyFirstPageWithACursorIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(List.of(), "a"));
        assertPartial("the listing was empty", 1);
    }

    @Test
    void aShortPageIsNoEnd() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 40, 9), "a"))
                .givenPage("a", Streams.page(Streams.rows(41, 98, 5), "b"))
                .givenPage("b", Streams.page(Streams.rows(200, 3, 0), null));
        assertComplete(3, 141);
    }

    @Test
    void anEmptyPageWithACursorEndsTheWalk() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 1), "a")).givenPage("a", Streams.page(List.of(), "b"));
        assertComplete(2, 100);
    }

    @Test
    void anEmptyPageAmongWatchedStreamsIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 52, 700), "half a cursor"))
                .givenPage("half a cursor", Streams.page(List.of(), "half a cursor"));
        assertPartial("a page with a cursor held no rows after 52 rows, where streams still had 700 viewers", 2);
    }

    @Test
    void aCursorThatLeadsToItselfEndsTheWalk() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 100, 40), "a"));
        assertPartial(
                "a page named the cursor that had led to it after 200 rows, where streams still had 40 viewers", 2);
    }

    @Test
    void aCursorThatLeadsBackToTheStartEndsTheWalk() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 100, 1), "b"))
                .givenPage("b", Streams.page(Streams.rows(1, 100, 60), "a2"));
        CrawlRecord crawl = assertComplete(3, 300);
        assertThat(crawl.duplicates()).isEqualTo(100);
    }

    @Test
    void aWalkThatWrapsAmongWatchedStreamsIsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 60), "a"))
                .givenPage("a", Streams.page(Streams.rows(101, 100, 30), "b"))
                .givenPage("b", Streams.page(Streams.rows(1, 100, 60), "a2"));
        assertPartial("the cursor led back to the start after 300 rows, where streams still had 30 viewers", 3);
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
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 0), "a"));
        twitch.givenPage("a", Streams.page(Streams.rows(1, 100, 0), "b"));
        twitch.givenPage("b", Streams.page(Streams.rows(1, 100, 0), "a"));
        assertComplete(11, 1100);
    }

    @Test
    void thePageCapIsPartial() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 500, 0), 100);
        Collector collector = new Collector(client, format, landing, SCHEDULE, time, 3);

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

    private void assertPartial(String reason, int pages) throws InterruptedException {
        CrawlRecord crawl = crawl();
        assertThat(crawl.reason()).isEqualTo(reason);
        assertThat(crawl.complete()).isFalse();
        assertThat(crawl.pages()).isEqualTo(pages);
    }
}
