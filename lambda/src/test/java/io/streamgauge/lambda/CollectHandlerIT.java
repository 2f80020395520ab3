package io.streamgauge.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.s3.S3Proxy;
import io.streamgauge.simulator.Fault;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The package as Lambda would run it: real runtime client, a service that speaks like S3, the simulated Twitch. */
final class CollectHandlerIT {

    private static final String ID = "me";
    private static final String SECRET = "s3cretw0rd";
    private static final String CREDENTIALS = "streamgauge/test/twitch";
    private static final String TOKEN = "streamgauge/test/token";
    private static final Instant WORLD = Instant.parse("2026-06-05T18:00:00Z");
    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final Duration STALL = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    private static S3Proxy s3;
    private static SimulatorServer twitch;
    private static FakeSecrets secrets;
    private static LambdaFunction function;
    private static int streams;
    private static int slots;

    private Instant slot;

    @BeforeAll
    static void start() {
        World world = World.of(7, 300);
        streams = world.liveAt(WORLD).size();
        secrets = FakeSecrets.start();
        s3 = S3Proxy.start(folder, "lakes");
        twitch = SimulatorServer.start(
                world,
                Clock.fixed(WORLD, ZoneOffset.UTC),
                Clock.systemUTC(),
                SimulatorSettings.defaults()
                        .withRateLimit(RateLimit.OFF)
                        .withStall(STALL)
                        .withClients(Map.of(ID, SECRET)));
        function =
                LambdaFunction.start(folder, ClockedHandler.class, variables()).awaitReady();
    }

    @AfterAll
    static void stop() {
        function.close();
        twitch.close();
        secrets.close();
        s3.close();
    }

    @BeforeEach
    void begin() {
        secrets.givenSecret(CREDENTIALS, credentials(ID, SECRET));
        slot = WORLD.plus(SLOT.multipliedBy(++slots));
    }

    @AfterEach
    void noSecretIsEverWritten() {
        twitch.faults().clear();
        assertThat(function.log()).doesNotContain(SECRET);
        assertThat(function.log()).doesNotContain(token());
    }

    /** The app token as it is kept, or another word where there is none. */
    private static String token() {
        String kept = secrets.text(TOKEN);
        return kept == null ? "no token" : json(kept).path("token").asString("no token");
    }

    private static Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "STREAMGAUGE_ENV",
                "test",
                "STREAMGAUGE_LAKE",
                "s3://lakes/{env}",
                "STREAMGAUGE_TWITCH_SECRET",
                CREDENTIALS,
                "STREAMGAUGE_TOKEN_SECRET",
                TOKEN,
                "S3_ENDPOINT_URL",
                s3.endpoint().toString(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                secrets.address(),
                "TWITCH_API_URL",
                twitch.address() + "/helix",
                "TWITCH_AUTH_URL",
                twitch.address() + "/oauth2"));
    }

    private static String credentials(String id, String secret) {
        return "{\"TWITCH_CLIENT_ID\": \"" + id + "\", \"TWITCH_CLIENT_SECRET\": \"" + secret + "\"}";
    }

    /** An event of the schedule for a slot, on a clock that says so many seconds after its begin. */
    private static String event(Instant slot, int seconds) {
        return "{\"time\": \"" + slot + "\", \"now\": \"" + slot.plusSeconds(seconds) + "\"}";
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode succeeded(RuntimeApi.Result result) {
        assertThat(result.failed()).as(result.body()).isFalse();
        return json(result.body());
    }

    private static String failure(RuntimeApi.Result result) {
        assertThat(result.failed()).as(result.body()).isTrue();
        assertThat(result.body()).doesNotContain(SECRET);
        return json(result.body()).path("errorMessage").asString();
    }

    /** Names of what lies in landing of a slot, after its time. */
    private static List<String> landed(Instant slot) {
        String time = slot.toString().replaceAll("[-:]", "");
        try (Stream<Path> files = Files.walk(folder.resolve("buckets/lakes/test/landing"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(time))
                    .map(name -> name.substring(time.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    void landsTheSlotInWhichTheTimeOfTheEventLies() {
        String late = "{\"time\": \"" + slot.plusSeconds(61) + "\", \"now\": \"" + slot.plusSeconds(65) + "\"}";
        JsonNode answer = succeeded(function.invoke(late));

        assertThat(answer.path("snapshot_at").asString()).isEqualTo(slot.toString());
        assertThat(answer.path("environment").asString()).isEqualTo("test");
        assertThat(answer.path("outcome").asString()).isEqualTo("complete");
        assertThat(answer.path("streams").asInt()).isEqualTo(streams);
        assertThat(answer.path("calls").path("200").asInt()).isPositive();
        assertThat(landed(slot)).containsExactly(".parquet");
        JsonNode metrics = json(function.log()
                .lines()
                .filter(line -> line.startsWith("{\"_aws\""))
                .reduce((first, second) -> second)
                .orElseThrow());
        assertThat(metrics.path("Environment").asString()).isEqualTo("test");
        assertThat(metrics.path("CompleteSnapshots").asInt()).isEqualTo(1);
        assertThat(metrics.path("Streams").asInt()).isEqualTo(streams);
    }

    @Test
    void theSameEventAgainChangesNothingAndAsksTwitchNothing() {
        succeeded(function.invoke(event(slot, 5)));
        Map<Integer, Integer> calls = twitch.helixCalls();
        JsonNode again = succeeded(function.invoke(event(slot, 70)));

        assertThat(again.toString())
                .isEqualTo(
                        "{\"snapshot_at\":\"" + slot + "\",\"environment\":\"test\",\"outcome\":\"already_landed\"}");
        assertThat(twitch.helixCalls()).isEqualTo(calls);
        assertThat(landed(slot)).containsExactly(".parquet");
    }

    @Test
    void twoAtOnceLandOneSnapshotAndAColdStartUsesTheTokenThatIsThere() {
        succeeded(function.invoke(event(slot, 5)));
        twitch.faults().always(Fault.TOKEN_SERVICE_DOWN);
        Instant next = slot.plus(SLOT);
        slots++;
        try (LambdaFunction other = LambdaFunction.start(folder, ClockedHandler.class, variables())) {
            other.awaitReady();
            CompletableFuture<RuntimeApi.Result> one = function.api().invoke(event(next, 5), Duration.ofMinutes(12));
            CompletableFuture<RuntimeApi.Result> two = other.api().invoke(event(next, 5), Duration.ofMinutes(12));

            assertThat(Stream.of(function.await(one), other.await(two))
                            .map(result -> succeeded(result).path("outcome").asString()))
                    .contains("complete")
                    .isSubsetOf("complete", "already_landed");
        }
        assertThat(landed(next)).containsExactly(".parquet");
    }

    @Test
    void aCrawlThatRunsOutOfTimeLandsWhatItHasAndFails() {
        succeeded(function.invoke(event(slot, 5)));
        twitch.faults().always(Fault.STALL);
        Instant next = slot.plus(SLOT);
        slots++;
        String failure = failure(function.invoke(
                event(next, 5), CollectHandler.RESERVE.plus(STALL).plusMillis(1500)));

        assertThat(failure)
                .startsWith("The snapshot of " + next + " is partial: the time for it was over while")
                .endsWith("walks by language were under way or to come");
        assertThat(landed(next)).containsExactly(".partial-1.parquet");
        twitch.faults().clear();
        assertThat(succeeded(function.invoke(event(next, 65))).path("outcome").asString())
                .as("the same event, tried again")
                .isEqualTo("complete");
    }

    @Test
    void aTimeoutThatIsTooShortIsNamed() {
        assertThat(failure(function.invoke(event(slot, 5), Duration.ofSeconds(60))))
                .matches("The function has (59|60) s left, of which 90 s are kept for landing what was received:"
                        + " set its timeout to some minutes");
    }

    @Test
    void withoutTwitchTheSlotFailsAndTheLakeKnowsWhy() {
        twitch.faults().always(Fault.EMPTY_500);

        assertThat(failure(function.invoke(event(slot, 5))))
                .isEqualTo("Getting the first page of streams from " + twitch.address()
                        + "/helix/streams failed after 5 tries: Twitch answered 500");
        assertThat(landed(slot)).containsExactly(".failed-1.json");
    }

    @Test
    void credentialsThatTwitchRefusesAreNamedAndNotShown() {
        secrets.givenSecret(CREDENTIALS, credentials("somebody", "an0therSecret"));
        String failure = failure(function.invoke(event(slot, 5)));

        assertThat(failure).startsWith("Twitch refused the client id").contains("check TWITCH_CLIENT_ID");
        assertThat(function.log()).doesNotContain("an0therSecret");
        assertThat(landed(slot)).containsExactly(".failed-1.json");
    }

    @Test
    void aSecretThatIsMissingDeniedOrStrangeIsNamedAndTheNextTryReadsItAnew() {
        secrets.givenNone(CREDENTIALS);
        assertThat(failure(function.invoke(event(slot, 5))))
                .isEqualTo("Cannot read the secret 'streamgauge/test/twitch': there is no such secret, or nothing was"
                        + " put into it yet");
        secrets.givenDenied(CREDENTIALS);
        assertThat(failure(function.invoke(event(slot, 65))))
                .isEqualTo("Cannot read the secret 'streamgauge/test/twitch': access is denied, needed is"
                        + " secretsmanager:GetSecretValue");
        secrets.givenSecret(CREDENTIALS, "only-" + SECRET);
        assertThat(failure(function.invoke(event(slot, 125))))
                .isEqualTo("The secret 'streamgauge/test/twitch' does not hold what is expected:"
                        + " {\"TWITCH_CLIENT_ID\": \"…\", \"TWITCH_CLIENT_SECRET\": \"…\"}");
        assertThat(landed(slot)).containsExactly(".failed-1.json", ".failed-2.json", ".failed-3.json");

        secrets.givenSecret(CREDENTIALS, credentials(ID, SECRET));
        succeeded(function.invoke(event(slot, 185)));
    }

    @Test
    void aTokenThatCannotBeKeptStopsNothing() {
        secrets.givenDenied(TOKEN);
        try (LambdaFunction cold = LambdaFunction.start(folder, ClockedHandler.class, variables())) {
            succeeded(cold.invoke(event(slot, 5)));
            assertThat(cold.log())
                    .contains("A new Twitch token will be asked for: Cannot read the secret 'streamgauge/test/token':"
                            + " access is denied, needed is secretsmanager:GetSecretValue")
                    .contains("The next start will ask for a new Twitch token");
        } finally {
            secrets.givenAllowed(TOKEN);
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamed() throws IOException {
        Path bucket = folder.resolve("buckets/lakes");
        Path away = Files.move(bucket, folder.resolve("away"));
        try {
            assertThat(failure(function.invoke(event(slot, 5)))).endsWith("there is no bucket 'lakes'");
        } finally {
            Files.move(away, bucket);
        }
    }

    @Test
    void eventsThatNameNoSlotOrOneThatIsOverAreRefused() {
        assertThat(failure(function.invoke("{\"id\": 5}")))
                .isEqualTo("The event names no time, expected {\"time\": \"2026-11-22T10:15:00Z\"}, found {\"id\": 5}");
        assertThat(failure(function.invoke(event(slot, 601))))
                .startsWith("It is too late for the snapshot of " + slot + ", it is ")
                .endsWith(": Twitch tells only who is live now");
        assertThat(landed(slot)).isEmpty();
    }

    @Test
    void aSnapshotOfTheFunctionHoldsNothingAndWorksOnceItIsRestored() throws IOException {
        Map<String, String> variables = variables();
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        int calls = secrets.calls();
        try (LambdaFunction frozen = LambdaFunction.start(folder, ClockedHandler.class, variables)) {
            frozen.await(frozen.api().frozen());

            assertThat(secrets.calls()).as("nobody was asked for a secret").isEqualTo(calls);
            assertThat(frozen.files()).as("nothing is on its disk").isEmpty();
            frozen.api().restore();
            assertThat(succeeded(frozen.invoke(event(slot, 5))).path("outcome").asString())
                    .isEqualTo("complete");
        }
    }

    @Test
    void settingsThatCannotBeRightKeepItFromStarting() {
        Map<String, String> variables = variables();
        variables.put("STREAMGAUGE_CADENSE", "PT15M");
        try (LambdaFunction wrong = LambdaFunction.start(folder, ClockedHandler.class, variables)) {
            assertThat(wrong.await(wrong.api().initError()))
                    .contains("The function has no setting STREAMGAUGE_CADENSE; there are STREAMGAUGE_CADENCE,");
        }
    }
}
