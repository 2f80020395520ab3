package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.twitch.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Twitch may answer where channels are asked for directly. */
final class SecondLookAnswersTest extends CollectorFixture {

    @Test
    void aChannelThatWasAskedForIsRecovered() throws InterruptedException {
        CrawlRecord crawl = crawlLackingTheThird(List.of(Streams.row(2, 4), Streams.row(3, 5)));

        assertThat(crawl.recovered()).isEqualTo(1);
        assertThat(crawl.capture()).isEqualTo(new CrawlRecord.Capture(2, 1, 0));
        assertThat(crawl.captureRate()).hasValue(2 / 3.0);
        assertThat(format.rows()).extracting(LandingRow::id).containsExactly("1", "2", "3");
        assertThat(format.rows()).extracting(LandingRow::page).containsExactly(1, 1, 0);
    }

    @Test
    void anAnswerAboutOtherChannelsTellsNothing() throws InterruptedException {
        CrawlRecord crawl = crawlLackingTheThird(List.of(Streams.row(1, 9), Streams.row(8, 9), Streams.row(3, 5)));

        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.recovered()).isZero();
        assertThat(crawl.capture()).isEqualTo(new CrawlRecord.Capture(2, 0, null));
        assertThat(crawl.captureRate()).isEmpty();
        assertThat(format.rows()).extracting(LandingRow::id).containsExactly("1", "2");
    }

    @Test
    void anAnswerThatLacksWhatIsSurelyLiveTellsNothing() throws InterruptedException {
        CrawlRecord crawl = crawlLackingTheThird(List.of());

        assertThat(crawl.complete()).isTrue();
        assertThat(crawl.capture()).isEqualTo(new CrawlRecord.Capture(2, 0, null));
        assertThat(crawl.captureRate()).isEmpty();
    }

    private CrawlRecord crawlLackingTheThird(List<String> answer) throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 3, 0), null));
        crawl();
        twitch.givenPage("", Streams.page(Streams.rows(1, 2, 0), null))
                .givenPage("&user_id=93&user_id=91&user_id=92", Streams.page(answer, null));
        CollectResult result = collector().collect(SCHEDULE.nextSlot(SLOT.at()), CrawlListener.NONE);
        return ((CollectResult.Landed) result).crawl();
    }
}
