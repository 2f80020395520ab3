package io.streamgauge.cli;

import io.streamgauge.simulator.AcceleratedClock;
import io.streamgauge.simulator.Faults;
import io.streamgauge.simulator.RateLimit;
import io.streamgauge.simulator.Replay;
import io.streamgauge.simulator.SimulatorServer;
import io.streamgauge.simulator.SimulatorSettings;
import io.streamgauge.simulator.World;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = "Serves a simulated Twitch over HTTP, until interrupted.",
        footer = {
            "",
            "What it prints can be pasted into a shell, where collect then finds it. What goes wrong can be changed while it"
                    + " runs, by GET, PUT and DELETE of /simulator/faults."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final int USUAL_STREAMS = 100_000;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--replay",
            paramLabel = "DIR",
            description = "Serves recorded snapshots instead of a made-up world.")
    private Path replay;

    @Option(names = "--streams", paramLabel = "N", description = "Live streams on average (100000).")
    private Integer streams;

    @Option(names = "--seed", paramLabel = "S", description = "Same seed, same world (1).")
    private Long seed;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time in the world at the start; now if not given.")
    private Instant at;

    @ArgGroup
    private Pace pace;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = Address.LOOPBACK,
            description = "The address to listen on (127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "0, the default, takes a free one.")
    private int port;

    @Option(
            names = "--latency",
            paramLabel = "DURATION",
            defaultValue = "PT0S",
            description = "Before every answer, as PT0.2S.")
    private Duration latency;

    @Option(
            names = "--jitter",
            paramLabel = "DURATION",
            defaultValue = "PT0S",
            description = "At most added to the latency.")
    private Duration jitter;

    @ArgGroup
    private Limit limit;

    @Option(names = "--client-id", paramLabel = "ID", description = "The only one accepted; any if not given.")
    private String clientId;

    @Option(names = "--client-secret", paramLabel = "SECRET", description = "What belongs to it.")
    private String clientSecret;

    @Option(
            names = "--fault",
            paramLabel = "NAME[:N]",
            converter = FaultOrder.Converter.class,
            completionCandidates = FaultOrder.Names.class,
            description = "What goes wrong, as it can with Twitch: always, or with a chance as EMPTY_500:0.02, or a"
                    + " number of times as HALF_CURSOR:3. Can be repeated. Names: ${COMPLETION-CANDIDATES}.")
    private List<FaultOrder> faults = List.of();

    @Option(
            names = "--storm",
            paramLabel = "SEED",
            description = "All faults that come and go, each with a small chance; same seed, same storm.")
    private Long storm;

    SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static final class Pace {

        @Option(names = "--still", description = "Time in the world stands still.")
        private boolean still;

        @Option(names = "--speed", paramLabel = "X", description = "Time in the world runs so many times as fast.")
        private Double speed;
    }

    static final class Limit {

        @Option(names = "--rate-limit", paramLabel = "N", description = "Calls a minute (800).")
        private Integer points;

        @Option(names = "--no-limit", description = "Any number of calls.")
        private boolean none;
    }

    @Override
    public Integer call() {
        try (SimulatorServer server = start(checked(this::settings))) {
            checked(() -> switchedOn(server.faults()));
            say(server);
            UntilInterrupted.await();
            return 0;
        }
    }

    private SimulatorServer start(SimulatorSettings settings) {
        try {
            if (replay != null) {
                refuseWithReplay();
                Replay recorded = checked(() -> Replay.of(surroundings.folder().resolve(replay)));
                return SimulatorServer.start(recorded, settings);
            }
            World world = checked(() -> World.of(seed(), streams()));
            return SimulatorServer.start(world, checked(this::clock), settings);
        } catch (UncheckedIOException e) {
            throw new CommandException(e.getMessage() + "; choose others with --host and --port", e);
        }
    }

    private Faults switchedOn(Faults twitch) {
        if (storm != null) {
            twitch.storm(storm);
        }
        faults.forEach(order -> twitch.add(order.fault(), order.rule()));
        return twitch;
    }

    private SimulatorSettings settings() {
        if ((clientId == null) != (clientSecret == null)) {
            throw new IllegalArgumentException("--client-id and --client-secret belong together: give both or none");
        }
        return SimulatorSettings.defaults()
                .withHost(host)
                .withPort(port)
                .withFaultSeed(seed())
                .withLatency(latency, jitter)
                .withRateLimit(rateLimit())
                .withClients(clientId == null ? Map.of() : Map.of(clientId, clientSecret));
    }

    private RateLimit rateLimit() {
        if (limit == null) {
            return RateLimit.TWITCH;
        }
        return limit.none ? RateLimit.OFF : new RateLimit(limit.points, limit.points / 60.0);
    }

    private Clock clock() {
        Instant start = Optional.ofNullable(at).orElseGet(surroundings.clock()::instant);
        if (pace != null && pace.still) {
            return Clock.fixed(start, ZoneOffset.UTC);
        }
        return AcceleratedClock.of(surroundings.clock(), start, pace == null ? 1 : pace.speed);
    }

    private void refuseWithReplay() {
        if (streams != null || seed != null || at != null || pace != null) {
            throw wrong("--replay serves what was recorded: leave out --streams, --seed, --at, --still and --speed");
        }
    }

    private void say(SimulatorServer server) {
        PrintStream out = surroundings.out();
        out.println("# Simulated Twitch at " + server.address() + ": "
                + (replay == null ? streams() + " live streams, seed " + seed() : "recorded in " + replay));
        out.println("export TWITCH_API_URL=" + server.address() + "/helix");
        out.println("export TWITCH_AUTH_URL=" + server.address() + "/oauth2");
        out.println("export IGDB_API_URL=" + server.address() + "/v4");
        out.println("export TWITCH_CLIENT_ID=" + Optional.ofNullable(clientId).orElse("simulated"));
        out.println("export TWITCH_CLIENT_SECRET="
                + Optional.ofNullable(clientSecret).orElse("simulated"));
        surroundings.err().println("Runs until interrupted");
    }

    private int streams() {
        return Optional.ofNullable(streams).orElse(USUAL_STREAMS);
    }

    private long seed() {
        return Optional.ofNullable(seed).orElse(1L);
    }

    private <T> T checked(Callable<T> made) {
        try {
            return made.call();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
