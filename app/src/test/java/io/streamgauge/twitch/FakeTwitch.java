package io.streamgauge.twitch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small Twitch over real HTTP: tokens, and a listing whose pages and faults are given beforehand. */
public final class FakeTwitch implements AutoCloseable {

    public static final String CLIENT_ID = "client-of-the-tests";
    public static final String SECRET = "secret/of+the=tests";

    static {
        // without it every answer with a body takes 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Reply> pages = new ConcurrentHashMap<>();
    private final Queue<Reply> nextStreams = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> nextTokens = new ConcurrentLinkedQueue<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile long tokenLife = 5_000_000;
    private volatile int tokens;
    private volatile FakeBucket bucket;

    /** A request as it came; {@code after} is its cursor, or empty. */
    public record Call(String method, String path, String after, Map<String, String> headers, String body) {}

    private FakeTwitch(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/oauth2/token", exchange -> answer(exchange, this::token));
        server.createContext("/helix/streams", exchange -> answer(exchange, this::streams));
    }

    public static FakeTwitch start() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            FakeTwitch twitch = new FakeTwitch(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
            twitch.server.start();
            return twitch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TwitchSettings settings(Path folder) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return TwitchSettings.of(CLIENT_ID, SECRET, base + "/helix", base + "/oauth2", folder.resolve("token.json"))
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** The body at a cursor; the first page's is empty. */
    public FakeTwitch givenPage(String cursor, String body) {
        pages.put(cursor, Reply.of(200, body));
        return this;
    }

    /** Pages of so many rows, one after the other, the last one without a cursor. */
    public FakeTwitch givenListing(List<String> rows, int pageSize) {
        String cursor = "";
        for (int from = 0; from < rows.size(); from += pageSize) {
            boolean isLast = from + pageSize >= rows.size();
            String next = isLast ? null : "after " + (from + pageSize) + "+/=";
            givenPage(cursor, Streams.page(rows.subList(from, Math.min(rows.size(), from + pageSize)), next));
            cursor = next;
        }
        return this;
    }

    /** Answers to the next calls for streams, whatever their cursor. */
    public FakeTwitch givenNext(Reply... replies) {
        nextStreams.addAll(List.of(replies));
        return this;
    }

    public FakeTwitch givenNextToken(Reply... replies) {
        nextTokens.addAll(List.of(replies));
        return this;
    }

    public FakeTwitch givenTokenLife(Duration life) {
        tokenLife = life.toSeconds();
        return this;
    }

    /** A header on every answer of Helix. */
    public FakeTwitch givenHeader(String name, Object value) {
        headers.put(name, value.toString());
        return this;
    }

    /** Takes a point for each call for streams. */
    FakeTwitch givenBucket(FakeBucket bucket) {
        this.bucket = bucket;
        return this;
    }

    /** Lets no token pass that was given so far. */
    public FakeTwitch givenTokensRevoked() {
        tokens += 1000;
        return this;
    }

    public List<Call> tokenCalls() {
        return calls.stream().filter(call -> call.path().endsWith("/token")).toList();
    }

    public List<Call> streamCalls() {
        return calls.stream().filter(call -> call.path().endsWith("/streams")).toList();
    }

    /** The token in force. */
    String token() {
        return "token" + tokens;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answering {
        Reply to(Call call);
    }

    private void answer(HttpExchange exchange, Answering answering) throws IOException {
        Call call = call(exchange);
        calls.add(call);
        try (exchange) {
            answering.to(call).send(exchange, closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply token(Call call) {
        Reply next = nextTokens.poll();
        if (next != null) {
            return next;
        }
        tokens++;
        return Reply.of(
                200,
                "{\"access_token\":\"" + token() + "\",\"expires_in\":" + tokenLife + ",\"token_type\":\"bearer\"}");
    }

    private Reply streams(Call call) {
        Reply next = nextStreams.poll();
        Reply reply = next != null ? next : listed(call);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.headers().containsKey(header.getKey())
                    ? reply
                    : reply.with(header.getKey(), header.getValue());
        }
        return bucket == null ? reply : bucket.pass(reply);
    }

    private Reply listed(Call call) {
        if (!("Bearer " + token()).equals(call.headers().get("authorization"))) {
            return Reply.error(401, "Unauthorized", "Invalid OAuth token");
        }
        return pages.getOrDefault(call.after(), Reply.error(400, "Bad Request", "invalid cursor"));
    }

    private static Call call(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String after = query == null ? "" : query.replaceFirst("^first=100(&after=)?", "");
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                URLDecoder.decode(after, StandardCharsets.UTF_8),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
