package io.streamgauge.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The simulated Twitch on a loopback port: {@code /oauth2/...} as on id.twitch.tv and {@code /helix/...} as on
 * api.twitch.tv. Every answer says that it is simulated.
 */
public final class SimulatorServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService workers;
    private final Tokens tokens;
    private final AutoCloseable content;

    private SimulatorServer(HttpServer http, ExecutorService workers, Tokens tokens, AutoCloseable content) {
        this.http = http;
        this.workers = workers;
        this.tokens = tokens;
        this.content = content;
    }

    /** @param worldClock the time in the world: real, standing still or running faster */
    public static SimulatorServer start(World world, Clock worldClock, SimulatorSettings settings) {
        return start(world, worldClock, Clock.systemUTC(), settings);
    }

    /** @param serviceClock the time by which tokens run out and rate limits refill */
    public static SimulatorServer start(World world, Clock worldClock, Clock serviceClock, SimulatorSettings settings) {
        CurrentListing current = new CurrentListing(world, worldClock, settings.listingEvery());
        Map<String, Endpoint> helix = new HashMap<>(new GamesEndpoints(current).routes());
        helix.put("GET /helix/streams", new StreamsEndpoint(current));
        helix.put("GET /helix/users", new UsersEndpoint(current));
        SimulatorServer server = start(helix, serviceClock, settings, current);
        current.prepare();
        return server;
    }

    /** Serves a recording instead of a world. */
    public static SimulatorServer start(Replay replay, SimulatorSettings settings) {
        Endpoint nothing = call -> Reply.json(Map.of("data", List.of(), "pagination", Map.of()));
        Map<String, Endpoint> helix = Map.of(
                "GET /helix/streams", new ReplayEndpoint(replay),
                "GET /helix/games/top", nothing,
                "GET /helix/games", nothing,
                "GET /helix/users", nothing);
        return start(helix, Clock.systemUTC(), settings, () -> {});
    }

    private static SimulatorServer start(
            Map<String, Endpoint> helix, Clock serviceClock, SimulatorSettings settings, AutoCloseable content) {
        Tokens tokens = new Tokens(serviceClock, settings.tokenLife());
        HelixGate gate = new HelixGate(tokens, settings.rateLimit(), serviceClock);
        Map<String, Endpoint> routes = new HashMap<>();
        helix.forEach((route, endpoint) -> routes.put(route, gate.before(endpoint)));
        new TokenEndpoints(tokens, settings.clients())
                .routes()
                .forEach((route, endpoint) -> routes.put(route, refusingAsTokenService(endpoint)));
        ExecutorService workers = Executors.newCachedThreadPool(SimulatorServer::daemon);
        HttpServer http = open(settings.port());
        http.createContext("/", new Answers(routes, settings));
        http.setExecutor(workers);
        http.start();
        return new SimulatorServer(http, workers, tokens, content);
    }

    private static Endpoint refusingAsTokenService(Endpoint endpoint) {
        return call -> {
            try {
                return endpoint.answer(call);
            } catch (Refusal refusal) {
                return Reply.tokenError(refusal);
            }
        };
    }

    private static HttpServer open(int port) {
        // Without it a small answer on a kept-alive connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot open the simulator on port " + port + ": " + failure.getMessage(), failure);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }

    /** The address before {@code /oauth2} and {@code /helix}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public void revokeAllTokens() {
        tokens.revokeAll();
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
        try {
            content.close();
        } catch (Exception failure) {
            throw new IllegalStateException("Cannot close the simulator", failure);
        }
    }
}
