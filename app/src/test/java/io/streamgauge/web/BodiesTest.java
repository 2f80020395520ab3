package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.analytics.Patience;
import io.streamgauge.analytics.TooLongException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class BodiesTest {

    private final AtomicLong nanoTime = new AtomicLong(1);
    private final Bodies bodies = new Bodies(nanoTime::get);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesAnAnswerOnce() throws IOException {
        byte[] packed = get("/", "one", "Ein Körper");

        assertThat(get("/", "one", "never asked")).isSameAs(packed);
        assertThat(made).hasValue(1);
        assertThat(text(packed)).isEqualTo("Ein Körper");
        assertThat(text(get("/", "two", "another"))).isEqualTo("another");
    }

    @Test
    void forgetsWhatWasAskedForLongestAgoWhereThereIsNoRoom() {
        for (int i = 0; i < 60; i++) {
            get("/" + i, String.valueOf(i), noise(1 << 20, i));
            get("/0", "0", "gone");
        }
        made.set(0);

        get("/0", "0", "gone");
        get("/59", "59", "gone");
        assertThat(made).hasValue(0);
        get("/1", "1", "made again");
        assertThat(made).hasValue(1);
    }

    @Test
    void doesNotKeepWhatIsTooLarge() {
        String large = noise(6 << 20, 1);

        assertThat(get("/", "large", large)).hasSizeGreaterThan(2 << 20);
        get("/", "large", large);
        assertThat(made).hasValue(2);
    }

    @Test
    void anAnswerOfAMomentAgoStandsInWhileManyAreMade() throws Exception {
        get("/", "old", "an old one");
        Making making = new Making(Bodies.MANY);
        try {
            assertThat(bodies.get("/", "new", () -> bytes("never asked")).tag()).isEqualTo("old");
            assertThat(text(get("/other", "other", "of an address that had none")))
                    .isEqualTo("of an address that had none");

            nanoTime.addAndGet(Bodies.STANDING_IN.toNanos());
            assertThat(text(get("/", "new", "a new one"))).isEqualTo("a new one");
        } finally {
            making.end();
        }
    }

    @Test
    void waitsForAPlaceAndTakesWhatAnotherHasMadeMeanwhile() throws Exception {
        Making others = new Making(Bodies.AT_ONCE - 1);
        Making last = new Making(1);
        List<Thread> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                Thread thread = new Thread(() -> get("/same", "same", "made once"));
                thread.start();
                waiting.add(thread);
            }
            for (Thread thread : waiting) {
                while (thread.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            assertThat(made).hasValue(0);
            last.end();
            for (Thread thread : waiting) {
                thread.join();
            }
            assertThat(made)
                    .as("one place, so that the others find what the first has made")
                    .hasValue(1);
        } finally {
            others.end();
        }
    }

    @Test
    void whoWaitsTooLongForAPlaceIsRefused() throws Exception {
        Making making = new Making(Bodies.AT_ONCE);
        try {
            assertThatThrownBy(() -> Patience.of(Duration.ofMillis(20), () -> get("/late", "late", "never made")))
                    .isInstanceOf(TooLongException.class);
        } finally {
            making.end();
        }
        assertThat(made).hasValue(0);
        assertThat(text(get("/late", "late", "made after all"))).isEqualTo("made after all");
    }

    @Test
    void isMadeAnewWhileFewAreMade() throws Exception {
        get("/", "old", "an old one");
        Making making = new Making(Bodies.MANY - 1);
        try {
            assertThat(text(get("/", "new", "a new one"))).isEqualTo("a new one");
        } finally {
            making.end();
        }
    }

    @Test
    void whatFailedIsNoLongerBeingMade() throws IOException {
        get("/", "old", "an old one");
        for (int i = 0; i <= Bodies.MANY; i++) {
            try {
                bodies.get("/broken", "broken", () -> {
                    throw new IllegalStateException("broken");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken");
            }
        }

        assertThat(text(get("/", "new", "a new one"))).isEqualTo("a new one");
    }

    @Test
    void packedAnswersAreThoseOfTheNewestData() {
        FakeAnalytics analytics = new FakeAnalytics();
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics)) {
            Visitor visitor = new Visitor(server);
            String first = Visitor.header(visitor.get("/api/v1/status", "Accept-Encoding", "gzip"), "ETag");
            assertThat(Visitor.header(visitor.get("/api/v1/status", "Accept-Encoding", "gzip"), "Content-Encoding"))
                    .isEqualTo("gzip");
            assertThat(visitor.json("/api/v1/status").path("data_version").asString())
                    .isEqualTo(analytics.dataVersion());
            analytics.givenDataVersion("the-next-one");
            assertThat(Visitor.header(visitor.get("/api/v1/status", "Accept-Encoding", "gzip"), "ETag"))
                    .isNotEqualTo(first);
        }
    }

    /** So many answers that are being made until it is ended. */
    private final class Making {

        private final CountDownLatch done = new CountDownLatch(1);
        private final List<Thread> threads = new ArrayList<>();

        Making(int answers) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(answers);
            for (int i = 0; i < answers; i++) {
                String name = "slow" + i + "of" + answers;
                Thread thread = new Thread(() -> bodies.get("/" + name, name, () -> {
                    begun.countDown();
                    await(done);
                    return bytes(name);
                }));
                thread.start();
                threads.add(thread);
            }
            begun.await();
        }

        void end() throws InterruptedException {
            done.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] get(String address, String tag, String body) {
        return bodies.get(address, tag, () -> {
                    made.incrementAndGet();
                    return bytes(body);
                })
                .packed();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] packed) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Letters that cannot be made much shorter. */
    private static String noise(int length, int seed) {
        StringBuilder text = new StringBuilder(length);
        new Random(seed).ints(length, 33, 127).forEach(letter -> text.append((char) letter));
        return text.toString();
    }
}
