package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryTest extends TwitchTest {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Reply BAD_CURSOR = Reply.error(400, "Bad Request", "invalid cursor");

    @BeforeEach
    void givenPages() {
        twitch.givenPage("", PAGE).givenPage("next", Streams.page(List.of(), null));
    }

    static Stream<Named<Reply>> passingFaults() {
        Reply page = Reply.of(200, PAGE);
        return Stream.of(
                Named.of("500 with an empty message", Reply.error(500, "Internal Server Error", "")),
                Named.of("500 with an empty body", Reply.of(500, "")),
                Named.of("502 with an empty body", Reply.of(502, "")),
                Named.of("408", Reply.of(408, "")),
                Named.of("425", Reply.error(425, "Too Early", "")),
                Named.of("503 with HTML", Reply.of(503, "<html><body>Sorry</body></html>")),
                Named.of("200 with HTML", Reply.of(200, "<html>")),
                Named.of("200 with an empty body", Reply.of(200, "")),
                Named.of("200 with more after its end", Reply.of(200, PAGE + "</html>")),
                Named.of("200 with half a body", Reply.of(200, PAGE.substring(0, 200))),
                Named.of("a connection that breaks off", page.cutShort()),
                Named.of("a body that is called compressed and is not", page.with("Content-Encoding", "gzip")));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void whatMayPassIsTriedAgain(Reply fault) throws InterruptedException {
        twitch.givenNext(fault, fault);

        assertThat(client().firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
        assertThat(time.waits()).containsExactly(HALF_A_SECOND, Duration.ofSeconds(1));
    }

    @Test
    void aStalledBodyIsTriedAgain() throws InterruptedException {
        TwitchSettings settings = twitch.settings(folder).withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(700));
        TwitchClient client = TwitchClient.open(settings, time, time, new Middle());
        client.firstStreams(StreamsFilter.ALL);
        twitch.givenNext(Reply.stalled());

        assertThat(client.firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
        assertThat(client.usage().calls()).containsEntry("200", 2).containsKey("unreachable");
    }

    @Test
    void aConnectionThatIsResetInMidBodyIsTriedAgain() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + PAGE.length() + "\r\n\r\n";
            Future<?> served = thread.submit(() -> {
                answer(server, head + PAGE.substring(0, 50), true);
                answer(server, head + PAGE, false);
                return null;
            });
            TwitchSettings settings = twitch.settings(folder);
            TwitchSettings resetting = TwitchSettings.of(
                    FakeTwitch.CLIENT_ID,
                    FakeTwitch.SECRET,
                    "http://127.0.0.1:" + server.getLocalPort(),
                    settings.authUrl().toString(),
                    settings.tokenFile());
            TwitchClient client = TwitchClient.open(resetting, time, time, new Middle());

            assertThat(client.firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
            assertThat(client.usage().calls()).hasToString("{200=1, unreachable=1}");
            assertThat(client.usage().points()).isEqualTo(2);
            served.get();
        } finally {
            thread.shutdownNow();
        }
    }

    /** Takes one connection, reads the request's head, answers and hangs up, politely or by a reset. */
    private static void answer(ServerSocket server, String text, boolean reset) throws IOException {
        try (Socket socket = server.accept()) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            while (!request.readLine().isEmpty()) {
                continue;
            }
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.setSoLinger(reset, 0);
        }
    }

    @Test
    void afterFiveTriesTheLastAnswerIsTold() {
        twitch.givenNext(
                Collections.nCopies(5, Reply.of(503, "<html>\n  Sorry </html>")).toArray(Reply[]::new));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(TwitchException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TwitchException.Kind.REFUSED);
                    assertThat(e.status()).hasValue(503);
                })
                .hasMessage(
                        "Getting the first page of streams from %s/streams failed after 5 tries:"
                                + " Twitch answered 503 <html> Sorry </html>",
                        twitch.settings(folder).apiUrl());
        assertThat(time.waits()).hasSize(4);
    }

    @Test
    void whatIsNotJsonKeepsItsStatus() {
        twitch.givenNext(Collections.nCopies(5, Reply.of(200, "<html>")).toArray(Reply[]::new));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(TwitchException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TwitchException.Kind.UNREADABLE);
                    assertThat(e.status()).hasValue(200);
                })
                .hasMessageContaining("failed after 5 tries: Twitch answered 200 with a body that is not JSON,"
                        + " or not to its end: byte 0 does not fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"streams\":[]}"})
    void jsonOfAnotherFormFailsAtOnce(String body) {
        twitch.givenNext(Reply.of(200, body));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .hasMessageContaining(" failed: Twitch answered 200 with a body that ");
        assertThat(twitch.streamCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 302})
    void otherRefusalsFailAtOnce(int status) {
        twitch.givenNext(Reply.error(status, "Some Reason", ""));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(
                        TwitchException.class, e -> assertThat(e.status()).hasValue(status))
                .hasMessageEndingWith(" failed: Twitch answered " + status + " Some Reason");
        assertThat(twitch.streamCalls()).hasSize(1);
    }

    @Test
    void aLanguageThatTwitchDoesNotKnowFailsAtOnce() {
        twitch.givenNext(Reply.error(400, "Bad Request", "unknown language"));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.language("xx")))
                .isInstanceOfSatisfying(TwitchException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TwitchException.Kind.REFUSED);
                    assertThat(e.status()).hasValue(400);
                })
                .hasMessage(
                        "Getting the first page of streams in 'xx' from %s/streams failed:"
                                + " Twitch answered 400 unknown language",
                        twitch.settings(folder).apiUrl());
        assertThat(twitch.streamCalls()).hasSize(1);
    }

    @Test
    void aCallIsNamedByItsFilter() {
        StreamsFilter hundred = StreamsFilter.channels(Collections.nCopies(100, "7"));
        StreamsFilter both = new StreamsFilter(List.of("en", "de"), List.of("7"));

        assertThat(name(StreamsFilter.ALL, null)).isEqualTo("Getting the first page of streams from http://x");
        assertThat(name(StreamsFilter.ALL, "c")).isEqualTo("Getting the next page of streams from http://x");
        assertThat(name(StreamsFilter.language("en"), "c"))
                .isEqualTo("Getting the next page of streams in 'en' from http://x");
        assertThat(name(hundred, null)).isEqualTo("Getting 100 channels' streams from http://x");
        assertThat(name(hundred, "c")).isEqualTo("Getting the next page of 100 channels' streams from http://x");
        assertThat(name(both, null)).isEqualTo("Getting 1 channel's streams in 2 languages from http://x");
    }

    private static String name(StreamsFilter filter, String cursor) {
        return new GetStreams(URI.create("http://x"), filter, cursor).name();
    }

    @Test
    void aGoodCursorThatIsRefusedIsSentAgain() throws InterruptedException {
        twitch.givenNext(BAD_CURSOR, BAD_CURSOR, BAD_CURSOR);

        assertThat(client().streamsAfter(StreamsFilter.ALL, "next").rows()).isEmpty();
        assertThat(twitch.streamCalls())
                .extracting(FakeTwitch.Call::after)
                .containsOnly("next")
                .hasSize(4);
    }

    @Test
    void aCursorRefusedFourTimesIsGivenUp() {
        twitch.givenNext(BAD_CURSOR, BAD_CURSOR, BAD_CURSOR, BAD_CURSOR);

        TwitchClient client = client();
        assertThatThrownBy(() -> client.streamsAfter(StreamsFilter.ALL, "next"))
                .hasMessageEndingWith("failed after 4 tries: Twitch answered 400 invalid cursor");
    }

    @Test
    void anEmptyBucketIsWaitedForUntilItsReset() throws InterruptedException {
        long reset = time.instant().getEpochSecond() + 42;
        twitch.givenNext(limitHit()
                .with("Ratelimit-Limit", 800)
                .with("Ratelimit-Remaining", 0)
                .with("Ratelimit-Reset", reset));

        TwitchClient client = client();
        assertThat(client.firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(42));
        assertThat(client.usage().calls()).hasToString("{200=1, 429=1}");
        assertThat(client.usage().throttled()).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void a429WithoutHeadersWaitsAMinute() throws InterruptedException {
        twitch.givenNext(limitHit());

        client().firstStreams(StreamsFilter.ALL);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void a429WithPointsLeftIsNotAnEmptyBucket() throws InterruptedException {
        twitch.givenNext(limitHit()
                .with("Ratelimit-Limit", 800)
                .with("Ratelimit-Remaining", 500)
                .with("Ratelimit-Reset", time.instant().getEpochSecond() + 22));

        TwitchClient client = client();
        client.firstStreams(StreamsFilter.ALL);
        assertThat(time.waits()).containsExactly(HALF_A_SECOND);
        assertThat(client.usage().throttled()).isEqualTo(HALF_A_SECOND);
    }

    @Test
    void a429ToTheEndIsGivenUp() {
        twitch.givenNext(Collections.nCopies(5, limitHit()).toArray(Reply[]::new));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(
                        TwitchException.class, e -> assertThat(e.kind()).isEqualTo(TwitchException.Kind.RATE_LIMITED))
                .hasMessageEndingWith("failed after 5 tries: Twitch answered 429 Request limit exceeded");
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String address = "http://127.0.0.1:" + port;
        TwitchClient client =
                TwitchClient.open(TwitchSettings.of("id", "secret", address, address, folder.resolve("t")), time, time);

        assertThatThrownBy(() -> client.firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(TwitchException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TwitchException.Kind.UNREACHABLE);
                    assertThat(e.status()).isEmpty();
                })
                .hasMessage(
                        "Twitch cannot be reached at " + address + "/token after 5 tries: the connection was refused");
    }

    @Test
    void aCompressedPageIsDecoded() throws InterruptedException {
        twitch.givenNext(Reply.of(200, PAGE).gzipped().with("X-Streamgauge-Simulated", "true"));

        StreamsPage page = client().firstStreams(StreamsFilter.ALL);
        assertThat(page.rows()).extracting(StreamRow::id).containsExactly("1");
        assertThat(page.next()).hasValue("next");
        assertThat(page.receivedAt()).isEqualTo(time.instant());
        assertThat(page.simulated()).isTrue();
    }

    @Test
    void aPageSaysNothingOfASimulatorUnlessItsAnswerDoes() throws InterruptedException {
        assertThat(client().firstStreams(StreamsFilter.ALL).simulated()).isFalse();
    }

    private static Reply limitHit() {
        return Reply.error(429, "Too Many Requests", "Request limit exceeded");
    }
}
