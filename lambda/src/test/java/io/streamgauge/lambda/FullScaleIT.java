package io.streamgauge.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.s3.S3Proxy;
import io.streamgauge.simulator.AcceleratedClock;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The function at full scale: cold starts; in real time the first snapshot, and the one after it, which compares itself
 * with the first in every way there is; and a dozen in a hurry. Takes some ten minutes and prints its figures:
 * {@code mvn -pl pipeline,app,lambda -am verify -Dstreamgauge.full-scale=yes -Dtest=None -Dit.test=FullScaleIT
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "streamgauge.full-scale", matches = ".+")
final class FullScaleIT {

    private static final int STREAMS = 100_000;
    private static final Instant EVENING = Instant.parse("2026-06-05T14:00:00Z");
    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final Duration TIMEOUT = Duration.ofMinutes(12);
    private static final Duration PAGE = Duration.ofMillis(170);
    private static final Duration JITTER = Duration.ofMillis(140);
    private static final long MEGABYTES = 512;
    private static final int COLD_STARTS = 5;
    private static final int WARM = 12;
    private static final long FEW_MEGABYTES = 16;

    @TempDir
    Path folder;

    @Test
    void aHundredThousandStreamsFitIntoTimeAndMemory() {
        SimulatorSettings asTwitch =
                SimulatorSettings.defaults().withLatency(PAGE, JITTER).withRateLimit(RateLimit.TWITCH);
        List<Long> peaks = take(2, asTwitch);

        assertThat(peaks).allSatisfy(peak -> assertThat(peak).isLessThanOrEqualTo(MEGABYTES));
    }

    /** The same without waiting, since what it may leave behind does not depend on that. */
    @Test
    void aWarmFunctionDoesNotGrow() {
        List<Long> peaks = take(WARM, SimulatorSettings.defaults().withRateLimit(RateLimit.OFF));

        assertThat(peaks.get(WARM - 1) - peaks.get(WARM / 2))
                .as("growth in megabytes")
                .isLessThan(FEW_MEGABYTES);
    }

    /** The peak of memory after each of so many snapshots. */
    private List<Long> take(int snapshots, SimulatorSettings settings) {
        World world = World.of(1, STREAMS);
        world.liveAt(EVENING);
        Clock clock = AcceleratedClock.of(Clock.systemUTC(), EVENING, 1);
        try (FakeSecrets secrets = FakeSecrets.start();
                S3Proxy s3 = S3Proxy.start(folder, "lakes");
                SimulatorServer twitch = SimulatorServer.start(world, clock, Clock.systemUTC(), settings)) {
            secrets.givenSecret("twitch", "{\"TWITCH_CLIENT_ID\": \"me\", \"TWITCH_CLIENT_SECRET\": \"secret\"}");
            try (LambdaFunction function = start(Map.of(
                    "STREAMGAUGE_ENV",
                    "test",
                    "STREAMGAUGE_LAKE",
                    "s3://lakes/full",
                    "STREAMGAUGE_TWITCH_SECRET",
                    "twitch",
                    "S3_ENDPOINT_URL",
                    s3.endpoint().toString(),
                    "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                    secrets.address(),
                    "TWITCH_API_URL",
                    twitch.address() + "/helix",
                    "TWITCH_AUTH_URL",
                    twitch.address() + "/oauth2"))) {
                List<Long> peaks = new ArrayList<>();
                for (int number = 0; number < snapshots; number++) {
                    take(function, number);
                    peaks.add(function.peakMegabytes());
                }
                return peaks;
            }
        }
    }

    @Test
    void coldStarts() {
        Map<String, String> variables = Map.of(
                "STREAMGAUGE_ENV",
                "test",
                "STREAMGAUGE_LAKE",
                "s3://lakes/full",
                "STREAMGAUGE_TWITCH_SECRET",
                "twitch");
        for (int number = 0; number < COLD_STARTS; number++) {
            start(variables).close();
        }
    }

    private LambdaFunction start(Map<String, String> variables) {
        long start = System.nanoTime();
        LambdaFunction function = LambdaFunction.start(folder, ClockedHandler.class, variables);
        function.awaitReady();
        say("cold start", seconds(start), "s");
        say("processor until then", seconds(function.processorTime()), "s");
        return function;
    }

    private void take(LambdaFunction function, int number) {
        String which = "snapshot " + (number + 1) + ": ";
        Instant slot = EVENING.plus(SLOT.multipliedBy(number));
        Duration before = function.processorTime();
        long start = System.nanoTime();
        RuntimeApi.Result result =
                function.invoke("{\"time\": \"" + slot + "\", \"now\": \"" + slot.plusSeconds(2) + "\"}", TIMEOUT);
        double seconds = seconds(start);
        assertThat(result.failed()).as(result.body()).isFalse();
        JsonNode answer = JsonMapper.shared().readTree(result.body());
        say(which + "streams", answer.path("streams").asInt(), "");
        say(which + "pages", answer.path("pages").asInt(), "");
        say(which + "duration", seconds, "s");
        say(which + "after the crawl", seconds - answer.path("crawl_seconds").asDouble(), "s");
        say(which + "processor", seconds(function.processorTime().minus(before)), "s");
        say(which + "peak memory so far", function.peakMegabytes(), "MB");
        say(which + "file", landedBytes(slot) / 1e6, "MB");
        assertThat(answer.path("streams").asInt()).isGreaterThan(STREAMS * 9 / 10);
    }

    private long landedBytes(Instant slot) {
        String name = "date=2026-06-05/" + slot.toString().replaceAll("[-:]", "") + ".parquet";
        return folder.resolve("buckets/lakes/full/landing/" + name).toFile().length();
    }

    private static double seconds(long start) {
        return seconds(Duration.ofNanos(System.nanoTime() - start));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void say(String what, double value, String unit) {
        System.out.printf(Locale.ROOT, "full scale: %s %.1f %s%n", what, value, unit);
    }
}
