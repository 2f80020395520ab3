package io.streamgauge.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The simulated Twitch over HTTP: {@code /oauth2/...} as on id.twitch.tv and {@code /helix/...} as on api.twitch.tv, {@code /v4/...} as on
 * api.igdb.com.
 * Every answer says that it is simulated. {@code /simulator/...} switches faults and tells what was called.
 */
public final class SimulatorServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService workers;
    private final String host;
    private final Tokens tokens;
    private final Faults faults;
    private final CallCounts counts;
    private final OpenCalls open = new OpenCalls();
    private final IgdbGate igdbGate;
    private final AutoCloseable content;

    private SimulatorServer(
            Map<String, Endpoint> helix,
            IgdbCatalogue igdb,
            Faults faults,
            Clock serviceClock,
            SimulatorSettings settings,
            AutoCloseable content) {
        this.host = settings.host();
        this.tokens = new Tokens(serviceClock, settings.tokenLife());
        this.faults = faults;
        this.counts = new CallCounts();
        this.content = content;
        this.igdbGate = new IgdbGate(tokens, serviceClock, open);
        this.workers = Executors.newCachedThreadPool(SimulatorServer::daemon);
        this.http = open(settings);
        TransportFaults transport = new TransportFaults(faults, settings.stall());
        http.createContext(
                "/", new Answers(routes(helix, igdb, serviceClock, settings), settings, transport, counts, open));
        http.setExecutor(workers);
        http.start();
    }

    /** @param worldClock the time in the world: real, standing still or running faster */
    public static SimulatorServer start(World world, Clock worldClock, SimulatorSettings settings) {
        return start(world, worldClock, Clock.systemUTC(), settings);
    }

    /** @param serviceClock the time by which tokens run out and rate limits refill */
    public static SimulatorServer start(World world, Clock worldClock, Clock serviceClock, SimulatorSettings settings) {
        Faults faults = new Faults(settings.faultSeed());
        CurrentListing current = new CurrentListing(world, worldClock, settings.listingEvery());
        Map<String, Endpoint> helix = new HashMap<>(new GamesEndpoints(current).routes());
        helix.put("GET /helix/streams", new StreamsEndpoint(new WorldListings(current), faults));
        helix.put("GET /helix/users", new UsersEndpoint(current));
        SimulatorServer server =
                new SimulatorServer(helix, new WorldIgdb(world.categories()), faults, serviceClock, settings, current);
        current.prepare();
        return server;
    }

    /** Serves a recording instead of a world. */
    public static SimulatorServer start(Replay replay, SimulatorSettings settings) {
        return start(replay, Clock.systemUTC(), settings);
    }

    /** @param serviceClock the time by which tokens run out and rate limits refill */
    public static SimulatorServer start(Replay replay, Clock serviceClock, SimulatorSettings settings) {
        Faults faults = new Faults(settings.faultSeed());
        Endpoint nothing = call -> Reply.json(Map.of("data", List.of(), "pagination", Map.of()));
        Map<String, Endpoint> helix = new HashMap<>(new RecordedGames(replay.catalogue()).routes());
        helix.put("GET /helix/streams", new StreamsEndpoint(new RecordedListings(replay), faults));
        helix.put("GET /helix/users", nothing);
        return new SimulatorServer(helix, replay.catalogue(), faults, serviceClock, settings, () -> {});
    }

    private Map<String, Endpoint> routes(
            Map<String, Endpoint> helix, IgdbCatalogue igdb, Clock serviceClock, SimulatorSettings settings) {
        HelixGate gate = new HelixGate(tokens, settings.rateLimit(), serviceClock, faults);
        Map<String, Endpoint> routes = new HashMap<>(new ControlEndpoints(faults, counts).routes());
        helix.forEach((route, endpoint) -> routes.put(route, gate.before(endpoint)));
        igdb.rows()
                .forEach((endpoint, rows) -> routes.put(
                        "POST /v4/" + endpoint,
                        igdbGate.before(
                                call -> Reply.json(Apicalypse.parse(call.body()).of(rows)))));
        new TokenEndpoints(tokens, settings.clients())
                .routes()
                .forEach((route, endpoint) -> routes.put(route, refusingAsTokenService(endpoint)));
        return routes;
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

    private static HttpServer open(SimulatorSettings settings) {
        // Without it a small answer on a kept-alive connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()), 0);
        } catch (UnknownHostException failure) {
            throw new UncheckedIOException(
                    "Cannot open the simulator on '" + settings.host() + "': no such host is known", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Cannot open the simulator on port " + settings.port() + " of " + settings.host() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }

    /** The address before {@code /oauth2} and {@code /helix}, for callers on this machine. */
    public URI address() {
        InetAddress listening = http.getAddress().getAddress();
        String name = listening.isAnyLocalAddress() ? "127.0.0.1" : host;
        String written = name.contains(":") ? "[" + name + "]" : name;
        return URI.create("http://" + written + ":" + http.getAddress().getPort());
    }

    /** What goes wrong; nothing until it is told. */
    public Faults faults() {
        return faults;
    }

    /** How many calls to Helix were answered, by status; a cut answer counts as what it began as. */
    public Map<Integer, Integer> helixCalls() {
        return counts.byStatus();
    }

    /** How many calls to IGDB were answered, by status. */
    public Map<Integer, Integer> igdbCalls() {
        return igdbGate.calls();
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
