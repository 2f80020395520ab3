package io.streamgauge.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Lambda's side of the runtime API: hands out events, one at a time, and takes what the function makes of them. */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:streamgauge-test";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> begun = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> frozen = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    /** What came of an invocation. */
    record Result(boolean failed, String body) {}

    private record Invocation(String id, String event, long deadline, CompletableFuture<Result> result) {}

    static RuntimeApi start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RuntimeApi api = new RuntimeApi(server);
            server.createContext(RUNTIME, api::answer);
            server.setExecutor(api.threads);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands an event to the function, which may take so long. */
    CompletableFuture<Result> invoke(String event, Duration timeout) {
        String id = "request-" + numbers.incrementAndGet();
        Invocation invocation =
                new Invocation(id, event, System.currentTimeMillis() + timeout.toMillis(), new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.result();
    }

    /** Done when the function asks for its first event. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Done when the function could be frozen into a snapshot. */
    CompletableFuture<Void> frozen() {
        return frozen;
    }

    /** Goes on from the snapshot. */
    void restore() {
        restored.complete(null);
    }

    /** Done with its message when the function could not start. */
    CompletableFuture<String> initError() {
        return initError;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(RUNTIME.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (path.equals("invocation/next")) {
                next(exchange);
            } else if (path.equals("restore/next")) {
                frozen.complete(null);
                restored.get();
                send(exchange, 200, "");
            } else {
                take(path, body);
                send(exchange, 202, "");
            }
        } catch (InterruptedException e) {
            exchange.close();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private void next(HttpExchange exchange) throws InterruptedException, IOException {
        ready.complete(null);
        Invocation invocation = waiting.take();
        begun.put(invocation.id(), invocation);
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", invocation.id());
        exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", "" + invocation.deadline());
        exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", ARN);
        send(exchange, 200, invocation.event());
    }

    private void take(String path, String body) {
        if (path.equals("init/error") || path.equals("restore/error")) {
            initError.complete(body);
            return;
        }
        String[] parts = path.split("/");
        begun.get(parts[1]).result().complete(new Result(parts[2].equals("error"), body));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
