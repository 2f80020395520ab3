package io.streamgauge.collector;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.twitch.Reply;
import io.streamgauge.twitch.Streams;
import io.streamgauge.twitch.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class CollectLoopTest extends CollectorFixture {

    private final Logger logger = (Logger) LoggerFactory.getLogger(CollectLoop.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Instant> landed = new ArrayList<>();
    private CollectLoop loop;

    @BeforeEach
    void givenAListing() {
        twitch.givenListing(Streams.rows(1, 150, 1), 100);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void endLog() {
        logger.detachAppender(log);
    }

    @Test
    void theCurrentSlotIsTakenAndThenOneAfterTheOther() {
        run(3, crawl -> {});

        assertThat(landed).containsExactly(at("10:00"), at("10:15"), at("10:30"));
        assertThat(time.instant()).isEqualTo(at("10:30"));
        assertThat(time.waits()).allMatch(wait -> wait.compareTo(Duration.ofSeconds(30)) <= 0);
    }

    @Test
    void aSlotThatHasLandedIsNotTakenAgain() throws InterruptedException {
        crawl();

        run(1, crawl -> {});
        assertThat(landed).containsExactly(at("10:15"));
    }

    @Test
    void aSlotThatIsNearlyOverIsLeft() {
        time.pass(Duration.ofMinutes(11));

        run(1, crawl -> {});
        assertThat(landed).containsExactly(at("10:15"));
        assertThat(messages())
                .first()
                .isEqualTo("Too late for the snapshot of 2026-11-22T10:00:00Z; the next one is due at"
                        + " 2026-11-22T10:15:00Z");
    }

    @Test
    void aSlotThatBeganDuringACrawlIsTakenAtOnce() {
        run(3, crawl -> time.pass(Duration.ofMinutes(17)));

        assertThat(landed).containsExactly(at("10:00"), at("10:15"), at("10:30"));
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aFailureIsOneSentenceAndIsTriedAgainWhileItsSlotLasts() {
        twitch.givenNext(Reply.error(404, "Not Found", ""), Reply.error(404, "Not Found", ""));

        run(1, crawl -> {});
        assertThat(landed).containsExactly(at("10:00"));
        assertThat(time.waited()).as("one minute, then two").isEqualTo(Duration.ofMinutes(3));
        String failure = "No snapshot of 2026-11-22T10:00:00Z: Getting the first page of streams from "
                + twitch.settings(folder).apiUrl() + "/streams failed: Twitch answered 404 Not Found";
        assertThat(messages())
                .containsExactly(failure, failure, "Snapshot of 2026-11-22T10:00:00Z: 150 rows on 2 pages");
        assertThat(log.list).allMatch(event -> event.getThrowableProxy() == null);
    }

    @Test
    void aSlotThatFailsToItsEndIsLeft() {
        Reply[] failures =
                Collections.nCopies(4, Reply.error(404, "Not Found", "")).toArray(Reply[]::new);
        twitch.givenNext(failures);

        run(1, crawl -> {});
        assertThat(landed).containsExactly(at("10:15"));
        assertThat(messages())
                .filteredOn(message -> message.startsWith("No snapshot of 2026-11-22T10:00"))
                .hasSize(4);
    }

    @Test
    void aPartialSnapshotIsFollowedByACompleteOneOfItsSlot() {
        twitch.givenNext(Reply.of(200, Streams.page(Streams.rows(1, 100, 1), "gone")));

        run(2, crawl -> {});
        assertThat(landed).containsExactly(at("10:00"), at("10:00"));
        assertThat(landing.list()).extracting(Landing.Landed::attempt).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void aListenerThatFailsEndsNothing() {
        run(2, crawl -> {
            throw new IllegalStateException("not this time");
        });

        assertThat(landed).containsExactly(at("10:00"), at("10:15"));
        assertThat(messages()).contains("The snapshot of 2026-11-22T10:00:00Z has landed, but what follows it failed");
    }

    @Test
    void aLoopThatIsClosedBeforehandDoesNothing() {
        loop = loop(crawl -> {}, time);
        loop.close();

        loop.run();
        assertThat(twitch.tokenCalls()).isEmpty();
    }

    @Test
    void closingEndsAWaitAtOnce() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        loop = loop(crawl -> {}, duration -> {
            waiting.countDown();
            never.await();
        });
        Thread thread = new Thread(loop);
        thread.start();
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

        loop.close();
        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void anInterruptEndsItAndIsPassedOn() {
        loop = loop(crawl -> Thread.currentThread().interrupt(), time);

        loop.run();
        assertThat(Thread.interrupted()).isTrue();
    }

    private void run(int snapshots, Consumer<CrawlRecord> listener) {
        loop = loop(
                crawl -> {
                    landed.add(crawl.snapshotAt());
                    if (landed.size() == snapshots) {
                        loop.close();
                    }
                    listener.accept(crawl);
                },
                time);
        loop.run();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private CollectLoop loop(Consumer<CrawlRecord> listener, Waiter waiter) {
        return new CollectLoop(collector(), SCHEDULE, CrawlListener.NONE, listener, time, waiter);
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + ":00Z");
    }
}
