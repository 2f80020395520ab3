package io.streamgauge.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small Secrets Manager: reads and writes secrets by name, and denies what it is told to. */
final class FakeSecrets implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    private FakeSecrets(HttpServer server) {
        this.server = server;
    }

    static FakeSecrets start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeSecrets secrets = new FakeSecrets(server);
            server.createContext("/", secrets::answer);
            server.start();
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeSecrets givenSecret(String name, String text) {
        secrets.put(name, text);
        denied.remove(name);
        return this;
    }

    FakeSecrets givenNone(String name) {
        secrets.remove(name);
        return this;
    }

    FakeSecrets givenAllowed(String name) {
        denied.remove(name);
        return this;
    }

    FakeSecrets givenDenied(String name) {
        denied.add(name);
        return this;
    }

    /** The secret's text, or null where there is none. */
    String text(String name) {
        return secrets.get(name);
    }

    int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String name = request.path("SecretId").asString();
        String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (denied.contains(name)) {
            send(exchange, 400, error("AccessDeniedException", "not authorized to perform this on resource " + name));
        } else if (action.endsWith(".PutSecretValue")) {
            secrets.put(name, request.path("SecretString").asString());
            send(exchange, 200, JSON.writeValueAsString(Map.of("Name", name)));
        } else if (secrets.containsKey(name)) {
            send(exchange, 200, JSON.writeValueAsString(Map.of("Name", name, "SecretString", secrets.get(name))));
        } else {
            send(exchange, 400, error("ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
        }
    }

    private static String error(String type, String message) {
        return JSON.writeValueAsString(Map.of("__type", type, "Message", message));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
