package io.streamgauge.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class TokenTest extends TwitchTest {

    @BeforeEach
    void givenAPage() {
        twitch.givenPage("", PAGE);
    }

    @Test
    void theTokenIsAskedForByAFormAndSentWithTheClientId() throws InterruptedException {
        client().firstStreams(StreamsFilter.ALL);

        FakeTwitch.Call token = twitch.tokenCalls().get(0);
        assertThat(token.method()).isEqualTo("POST");
        assertThat(token.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(token.after()).isEmpty();
        assertThat(token.body())
                .isEqualTo("client_id=client-of-the-tests&client_secret=secret%2Fof%2Bthe%3Dtests"
                        + "&grant_type=client_credentials");
        assertThat(twitch.streamCalls().get(0).headers())
                .containsEntry("authorization", "Bearer token1")
                .containsEntry("client-id", FakeTwitch.CLIENT_ID)
                .containsEntry("accept-encoding", "gzip");
    }

    @Test
    void oneTokenServesAllCallsAndOutlivesARestart() throws InterruptedException {
        TwitchClient before = client();
        before.firstStreams(StreamsFilter.ALL);
        before.firstStreams(StreamsFilter.ALL);
        client().firstStreams(StreamsFilter.ALL);

        assertThat(twitch.tokenCalls()).hasSize(1);
    }

    @Test
    void theTokensFileIsItsOwnersAlone() throws InterruptedException, IOException {
        client().firstStreams(StreamsFilter.ALL);

        Path file = folder.resolve("token.json");
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "Not a POSIX file system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("token1").doesNotContain(FakeTwitch.SECRET);
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aTokenOfAnotherClientIdOrTokenServiceIsNotUsed() throws InterruptedException {
        client().firstStreams(StreamsFilter.ALL);
        TwitchSettings settings = twitch.settings(folder);
        TwitchSettings other = TwitchSettings.of(
                "other",
                FakeTwitch.SECRET,
                settings.apiUrl().toString(),
                settings.authUrl().toString(),
                settings.tokenFile());

        TwitchClient.open(other, time, time).firstStreams(StreamsFilter.ALL);

        assertThat(twitch.tokenCalls()).hasSize(2);
    }

    @Test
    void aDamagedTokenFileIsReplaced() throws InterruptedException, IOException {
        Files.writeString(folder.resolve("token.json"), "{\"clientId\":");

        client().firstStreams(StreamsFilter.ALL);
        client().firstStreams(StreamsFilter.ALL);

        assertThat(twitch.tokenCalls()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNoCall() throws InterruptedException, IOException {
        Files.createDirectories(folder.resolve("token.json/in-the-way"));

        assertThat(client().firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
    }

    @Test
    void theTokenIsRenewedBeforeItEnds() throws InterruptedException {
        twitch.givenTokenLife(Duration.ofDays(60));
        TwitchClient client = client();
        client.firstStreams(StreamsFilter.ALL);

        time.pass(Duration.ofDays(60).minusMinutes(61));
        client.firstStreams(StreamsFilter.ALL);
        assertThat(twitch.tokenCalls()).hasSize(1);

        time.pass(Duration.ofMinutes(2));
        client.firstStreams(StreamsFilter.ALL);
        assertThat(twitch.tokenCalls()).hasSize(2);
    }

    @Test
    void aTokenOfAShortLifeIsUsedForMostOfIt() throws InterruptedException {
        twitch.givenTokenLife(Duration.ofMinutes(10));
        TwitchClient client = client();
        client.firstStreams(StreamsFilter.ALL);

        time.pass(Duration.ofMinutes(8));
        client.firstStreams(StreamsFilter.ALL);

        assertThat(twitch.tokenCalls()).hasSize(1);
    }

    @Test
    void aRevokedTokenIsRenewedOnceAndTheCallRepeated() throws InterruptedException {
        TwitchClient client = client();
        client.firstStreams(StreamsFilter.ALL);
        twitch.givenTokensRevoked();

        assertThat(client.firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
        assertThat(twitch.tokenCalls()).hasSize(2);
        assertThat(client.usage().calls()).hasToString("{200=2, 401=1}");
    }

    @Test
    void eightThreadsRenewATokenThatIsRevokedInMidCrawlOnce() throws Exception {
        TwitchClient client = client();
        CountDownLatch halfWay = new CountDownLatch(100);
        AtomicBoolean revoked = new AtomicBoolean();
        Callable<StreamsPage> call = () -> {
            StreamsPage page = client.firstStreams(StreamsFilter.ALL);
            halfWay.countDown();
            if (halfWay.getCount() == 0 && revoked.compareAndSet(false, true)) {
                twitch.givenTokensRevoked();
            }
            return page;
        };

        for (Future<StreamsPage> page : atOnce(call, 8, 200)) {
            assertThat(page.get().rows()).hasSize(1);
        }

        assertThat(twitch.tokenCalls()).hasSize(2);
        assertThat(client.usage().calls()).containsEntry("200", 200);
        assertThat(client.usage().calls().get("401")).isBetween(1, 8);
    }

    @Test
    void threadsThatWaitForARenewalThatFailsFailWithIt() throws Exception {
        client().firstStreams(StreamsFilter.ALL);
        twitch.givenTokensRevoked()
                .givenNextToken(Collections.nCopies(5, Reply.of(503, "")).toArray(Reply[]::new));
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Waiter untilTheOthersQueue = pause -> {
            while (threads.stream().filter(TokenTest::waitsForTheRenewal).count() < 7) {
                Thread.onSpinWait();
            }
            time.await(pause);
        };
        TwitchClient client = TwitchClient.open(twitch.settings(folder), time, untilTheOthersQueue, new Middle());
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        for (int number = 0; number < 8; number++) {
            threads.add(new Thread(() -> {
                try {
                    client.firstStreams(StreamsFilter.ALL);
                } catch (TwitchException | InterruptedException e) {
                    failures.add(e.getMessage());
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures)
                .hasSize(8)
                .containsOnly("Asking for an app token at "
                        + twitch.settings(folder).authUrl() + "/token failed after 5 tries: Twitch answered 503");
        assertThat(twitch.tokenCalls()).hasSize(1 + 5);
        assertThat(client.firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
    }

    /** Not for an answer to its own call. */
    private static boolean waitsForTheRenewal(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(Tokens.class.getName()));
    }

    @Test
    void aTokenServiceAtItsLimitIsAskedAgainLater() throws InterruptedException {
        twitch.givenNextToken(Reply.of(429, ""), Reply.of(429, ""));

        assertThat(client().firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    @Test
    void aFreshTokenThatIsRefusedTooIsAnError() {
        Reply refusal = Reply.error(401, "Unauthorized", "Client ID and OAuth token do not match");
        twitch.givenNext(refusal, refusal);

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .isInstanceOfSatisfying(TwitchException.class, e -> {
                    assertThat(e.kind()).isEqualTo(TwitchException.Kind.CREDENTIALS);
                    assertThat(e.status()).hasValue(401);
                })
                .hasMessage(
                        "Twitch refused a token that it had just given (401 Client ID and OAuth token do not match):"
                                + " check that TWITCH_API_URL and TWITCH_AUTH_URL belong together");
        assertThat(twitch.tokenCalls()).hasSize(2);
    }

    @Test
    void aWrongSecretIsOneClearSentence() {
        twitch.givenNextToken(Reply.of(403, "{\"status\":403,\"message\":\"invalid client secret\"}"));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .isInstanceOf(TwitchException.class)
                .hasMessage("Twitch refused the client secret (403 invalid client secret): check TWITCH_CLIENT_SECRET");
        assertThat(twitch.tokenCalls()).hasSize(1);
    }

    @Test
    void aWrongIdIsOneClearSentence() {
        twitch.givenNextToken(Reply.of(400, "{\"status\":400,\"message\":\"invalid client\"}"));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .hasMessage("Twitch refused the client id (400 invalid client): check TWITCH_CLIENT_ID");
    }

    @Test
    void aTokenServiceInTroubleIsAskedAgain() throws InterruptedException {
        twitch.givenNextToken(
                Reply.of(503, "<html>"),
                Reply.of(200, "{\"access"),
                Reply.stalled().cutShort());

        assertThat(client().firstStreams(StreamsFilter.ALL).rows()).hasSize(1);
        assertThat(time.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void anAnswerWithoutATokenIsRefused() {
        twitch.givenNextToken(Reply.of(200, "{\"token\":\"x\"}"));

        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .hasMessage(
                        "Asking for an app token at %s/token failed: Twitch answered 200 with a body that lacks"
                                + " 'access_token' or 'expires_in'",
                        twitch.settings(folder).authUrl());
    }

    @Test
    void noMessageHoldsASecret() {
        String echo = "you sent " + FakeTwitch.SECRET + " and secret%2Fof%2Bthe%3Dtests";
        twitch.givenNextToken(Reply.of(403, "{\"status\":403,\"message\":\"" + echo + "\"}"));
        assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                .message()
                .satisfies(TokenTest::holdsNoSecret);

        for (int status : List.of(418, 404, 500, 200)) {
            Reply reply = Reply.of(status, echo + " and token1");
            twitch.givenNext(reply, reply, reply, reply, reply);
            assertThatThrownBy(() -> client().firstStreams(StreamsFilter.ALL))
                    .message()
                    .satisfies(TokenTest::holdsNoSecret);
        }
        holdsNoSecret(new AppToken("token1", time.instant()).toString());
    }

    @Test
    void noLogHoldsASecret() throws InterruptedException {
        twitch.givenNextToken(Reply.of(500, "you sent " + FakeTwitch.SECRET));
        Reply echo = Reply.of(500, "you sent token1");
        twitch.givenNext(echo, echo);
        Logger logger = (Logger) LoggerFactory.getLogger("io.streamgauge");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        Level usual = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        try {
            client().firstStreams(StreamsFilter.ALL);
        } finally {
            logger.setLevel(usual);
            logger.detachAppender(log);
        }

        assertThat(log.list).hasSize(3).allSatisfy(event -> holdsNoSecret(event.getFormattedMessage()));
    }

    private static List<Future<StreamsPage>> atOnce(Callable<StreamsPage> call, int threads, int times)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return pool.invokeAll(Collections.nCopies(times, call));
        } finally {
            pool.shutdownNow();
        }
    }

    private static void holdsNoSecret(String message) {
        assertThat(message)
                .doesNotContain(FakeTwitch.SECRET, "secret%2Fof", "token1")
                .contains("***");
    }
}
