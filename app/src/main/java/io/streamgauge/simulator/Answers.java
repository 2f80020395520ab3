package io.streamgauge.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Takes a request to its endpoint and the reply to the wire. */
final class Answers implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());
    private static final int WORTH_COMPRESSING = 500;

    private final Map<String, Endpoint> routes;
    private final SimulatorSettings settings;

    Answers(Map<String, Endpoint> routes, SimulatorSettings settings) {
        this.routes = Map.copyOf(routes);
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = Call.of(exchange);
        Endpoint endpoint = routes.getOrDefault(call.method() + " " + call.path(), Answers::notFound);
        // The one place for faults: here an endpoint can be left out, and a reply changed, held back or dropped.
        Reply reply = answer(endpoint, call);
        delay();
        send(exchange, call, reply);
    }

    private static Reply answer(Endpoint endpoint, Call call) {
        try {
            return endpoint.answer(call);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "The simulator failed to answer " + call.path(), failure);
            return Reply.helixError(new Refusal(500, ""));
        }
    }

    private static Reply notFound(Call call) {
        return Reply.helixError(new Refusal(404, ""));
    }

    private void delay() throws IOException {
        long jitter = settings.jitter().toNanos();
        long nanos = settings.latency().toNanos()
                + (jitter == 0 ? 0 : ThreadLocalRandom.current().nextLong(jitter));
        if (nanos == 0) {
            return;
        }
        try {
            Thread.sleep(Duration.ofNanos(nanos).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The simulator was closed", interrupted);
        }
    }

    private static void send(HttpExchange exchange, Call call, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("X-Streamgauge-Simulated", "true");
        headers.set("Content-Type", "application/json; charset=utf-8");
        headers.set("Cache-Control", "no-cache, no-store, must-revalidate, private");
        reply.headers().forEach(headers::set);
        byte[] body = reply.body();
        boolean wantsGzip = call.header("Accept-Encoding").orElse("").contains("gzip");
        if (wantsGzip && body.length >= WORTH_COMPRESSING) {
            body = compressed(body);
            headers.set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        // Closing the body and not the exchange keeps the connection alive.
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
        try (OutputStream gzip = new FastGzip(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
