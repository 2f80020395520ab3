package io.streamgauge.cli;

import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process as a shell in a folder would; waiting takes no time in it. */
final class Shell {

    static final String SECRET = "s3cretw0rd";

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command left: its status and the lines that it wrote. */
    record Result(int status, List<String> out, List<String> err) {}

    Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Shell with(SimulatorServer twitch) {
        return with("TWITCH_API_URL", twitch.address() + "/helix")
                .with("TWITCH_AUTH_URL", twitch.address() + "/oauth2")
                .with("IGDB_API_URL", twitch.address() + "/v4")
                .with("TWITCH_CLIENT_ID", "me")
                .with("TWITCH_CLIENT_SECRET", SECRET);
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(surroundings(out, err), arguments);
        return new Result(status, lines(out), lines(err));
    }

    Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                Map.copyOf(variables), folder, printer(out), printer(err), false, Clock.systemUTC(), time -> {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                });
    }

    /** A small world at a time that stands still. */
    static SimulatorServer twitch(String at, SimulatorSettings settings) {
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        return SimulatorServer.start(World.of(7, 300), clock, settings.withRateLimit(RateLimit.OFF));
    }

    static SimulatorServer twitch(String at) {
        return twitch(at, SimulatorSettings.defaults());
    }

    static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
