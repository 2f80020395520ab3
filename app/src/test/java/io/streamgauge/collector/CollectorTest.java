package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.LandingRow;
import io.streamgauge.twitch.Reply;
import io.streamgauge.twitch.Streams;
import io.streamgauge.twitch.TwitchException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CollectorTest extends CollectorFixture {

    @Test
    void everyRowLandsInOrderWithItsPageAndTime() throws InterruptedException {
        List<String> rows = new ArrayList<>(Streams.rows(1, 4, 9));
        rows.add(Streams.row(2, 0));
        twitch.givenListing(rows, 2).givenHeader("X-Streamgauge-Simulated", "true");

        CrawlRecord crawl = crawl();

        Instant now = Instant.parse("2026-11-22T10:00:02Z");
        assertThat(crawl)
                .isEqualTo(new CrawlRecord(
                        SLOT.at(),
                        now,
                        now,
                        900,
                        "walk",
                        true,
                        null,
                        3,
                        5,
                        1,
                        0,
                        0,
                        Map.of("200", 3),
                        0.0,
                        true,
                        3,
                        null,
                        null));
        assertThat(format.rows()).extracting(LandingRow::id).containsExactly("1", "2", "3", "4", "2");
        assertThat(format.rows()).extracting(LandingRow::page).containsExactly(1, 1, 2, 2, 3);
        assertThat(format.rows()).extracting(LandingRow::position).containsExactly(1, 2, 3, 4, 5);
        assertThat(format.rows().get(4))
                .isEqualTo(new LandingRow(
                        now,
                        3,
                        5,
                        "2",
                        "92",
                        "login2",
                        "Name2",
                        "7",
                        "Chess",
                        "live",
                        "Hello, \"world\"",
                        List.of("English"),
                        0L,
                        "2026-11-22T08:00:00Z",
                        "en",
                        "https://x/{width}x{height}.jpg",
                        List.of(),
                        false,
                        null,
                        null,
                        null));
    }

    @Test
    void rowsThatDoNotFitLandTooAndAreCounted() throws InterruptedException {
        String bad = Streams.row(7, 0).replace("\"viewer_count\":0", "\"viewer_count\":[0]");
        twitch.givenListing(List.of(Streams.row(1, 2), bad, "null"), 100);

        CrawlRecord crawl = crawl();

        assertThat(crawl.malformed()).isEqualTo(2);
        assertThat(crawl.rows()).isEqualTo(3);
        assertThat(crawl.complete()).isTrue();
        assertThat(format.rows())
                .extracting(LandingRow::problem)
                .containsExactly(
                        null,
                        "viewer_count is an array, expected a whole number",
                        "the row is null, expected an object");
        assertThat(format.rows()).extracting(LandingRow::raw).containsExactly(null, bad, "null");
    }

    @Test
    void aSnapshotLandsOnceAndThenCostsNoCall() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 3, 1), 100);

        crawl();
        int calls = twitch.streamCalls().size();
        CollectResult again = collector().collect(SLOT, CrawlListener.NONE);

        assertThat(again).isEqualTo(new CollectResult.AlreadyThere(SLOT));
        assertThat(twitch.streamCalls()).hasSize(calls);
        assertThat(landing.list()).extracting(Landing.Landed::key).containsExactly(Landing.key(SLOT));
        assertThat(format.open()).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**.txt");
    }

    @Test
    void whatAnotherCollectorLandedMeanwhileStands() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 3, 1), 100);
        Collector other = collector();
        CrawlListener meanwhile = progress -> {
            try {
                other.collect(SLOT, CrawlListener.NONE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };

        assertThat(collector().collect(SLOT, meanwhile)).isEqualTo(new CollectResult.AlreadyThere(SLOT));
        assertThat(landing.list()).hasSize(1);
    }

    @Test
    void aPartialOneLeavesRoomForACompleteOne() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 290, 50), 100)
                .givenNext(Reply.of(200, Streams.page(Streams.rows(1, 100, 50), "gone")));

        CrawlRecord partial = crawl();
        CrawlRecord complete = crawl();

        assertThat(partial.complete()).isFalse();
        assertThat(complete.complete()).isTrue();
        assertThat(landing.list()).extracting(Landing.Landed::attempt).containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void whatCameBeforeAnErrorLandsAsPartial() throws InterruptedException {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 0), "next"));
        Reply[] errors = Collections.nCopies(5, Reply.of(503, "<html>")).toArray(Reply[]::new);
        Collector collector = collector();

        CollectResult result = collector.collect(SLOT, progress -> twitch.givenNext(errors));

        CrawlRecord crawl = ((CollectResult.Landed) result).crawl();
        assertThat(crawl.complete()).isFalse();
        assertThat(crawl.reason())
                .isEqualTo(
                        "broke off after 1 page: Getting the next page of streams from %s/streams failed after 5 tries:"
                                + " Twitch answered 503 <html>",
                        twitch.settings(folder).apiUrl());
        assertThat(crawl.calls()).isEqualTo(Map.of("200", 1, "503", 5));
        assertThat(format.rows()).hasSize(100);
    }

    @Test
    void withoutAFirstPageNothingLands() {
        twitch.givenNextToken(Reply.of(403, "{\"status\":403,\"message\":\"invalid client secret\"}"));

        assertThatThrownBy(this::crawl)
                .isInstanceOf(TwitchException.class)
                .hasMessageStartingWith("Twitch refused the client secret");
        assertThat(landing.list()).isEmpty();
    }

    @Test
    void anInterruptedCrawlLandsNothing() {
        twitch.givenPage("", Streams.page(Streams.rows(1, 100, 0), "next"));

        assertThatThrownBy(() -> collector()
                        .collect(SLOT, progress -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
        assertThat(landing.list()).isEmpty();
        assertThat(format.open()).isZero();
    }

    @Test
    void waitsForTheLimitAreCountedForEachCrawlAlone() throws InterruptedException {
        twitch.givenListing(Streams.rows(1, 3, 1), 100);
        twitch.givenNext(Reply.error(429, "Too Many Requests", "")
                .with("Ratelimit-Reset", time.instant().plusSeconds(30).getEpochSecond()));

        CrawlRecord throttled = crawl();
        CrawlRecord free =
                ((CollectResult.Landed) collector().collect(SCHEDULE.nextSlot(SLOT.at()), CrawlListener.NONE)).crawl();

        assertThat(throttled.throttledSeconds()).isEqualTo(30.0);
        assertThat(throttled.calls()).isEqualTo(Map.of("200", 1, "429", 1));
        assertThat(free.throttledSeconds()).isZero();
        assertThat(free.calls()).isEqualTo(Map.of("200", 1));
    }

    @Test
    void progressIsToldAfterEachPage() throws InterruptedException {
        twitch.givenListing(List.of(Streams.row(1, 8), Streams.row(2, 6), Streams.row(1, 2)), 2);
        List<CrawlListener.Progress> told = new ArrayList<>();

        collector().collect(SLOT, told::add);

        assertThat(told)
                .containsExactly(new CrawlListener.Progress(1, 2, 0, 0, 6), new CrawlListener.Progress(2, 3, 1, 0, 2));
    }
}
