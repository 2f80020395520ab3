package io.streamgauge.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** A small world on a free port, by clocks that the test moves. */
abstract class SimulatorTest {
    static final World WORLD = World.of(21, 400);
    static final SimulatorSettings SETTINGS = SimulatorSettings.defaults().withRateLimit(RateLimit.OFF);

    final ManualClock worldClock = new ManualClock("2026-11-17T19:00:00Z");
    final ManualClock serviceClock = new ManualClock("2026-11-22T12:00:00Z");
    private SimulatorServer server;

    SimulatorServer givenServer(SimulatorSettings settings) {
        server = SimulatorServer.start(WORLD, worldClock, serviceClock, settings);
        return server;
    }

    TwitchCaller givenCaller() {
        return TwitchCaller.withToken(givenServer(SETTINGS));
    }

    /** A caller of a server at which a fault always happens. */
    TwitchCaller givenAlways(Fault fault) {
        return given(fault, FaultRule.always());
    }

    TwitchCaller given(Fault fault, FaultRule rule) {
        givenServer(SETTINGS).faults().add(fault, rule);
        return TwitchCaller.withToken(server);
    }

    Faults faults() {
        return server.faults();
    }

    List<LiveStream> live() {
        return WORLD.liveAt(worldClock.instant());
    }

    List<String> liveIds() {
        return live().stream().map(LiveStream::id).toList();
    }

    static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }

    SimulatorSettings acceptingOnly(String clientId, String secret) {
        return SETTINGS.withClients(Map.of(clientId, secret)).withTokenLife(Duration.ofHours(1));
    }

    @AfterEach
    void closeServer() {
        if (server != null) {
            server.close();
        }
    }
}
