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
    private final TransportFaults faults;
    private final CallCounts counts;
    private final OpenCalls open;

    Answers(
            Map<String, Endpoint> routes,
            SimulatorSettings settings,
            TransportFaults faults,
            CallCounts counts,
            OpenCalls open) {
        this.routes = Map.copyOf(routes);
        this.settings = settings;
        this.faults = faults;
        this.counts = counts;
        this.open = open;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = Call.of(exchange);
        open.begin(call);
        try {
            handle(exchange, call);
        } finally {
            open.end(call);
        }
    }

    private void handle(HttpExchange exchange, Call call) throws IOException {
        Endpoint endpoint = routes.getOrDefault(call.method() + " " + call.path(), Answers::notFound);
        Duration heldBack = faults.heldBack(call);
        Reply reply = faults.changed(faults.instead(call).orElseGet(() -> answer(endpoint, call)), call);
        if (call.isToHelix()) {
            counts.count(reply.status());
        }
        delay(heldBack);
        send(exchange, call, reply);
    }

    private static Reply answer(Endpoint endpoint, Call call) {
        try {
            return endpoint.answer(call);
        } catch (Refusal refusal) {
            return Reply.helixError(refusal);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "The simulator failed to answer " + call.path(), failure);
            return Reply.helixError(new Refusal(500, ""));
        }
    }

    private static Reply notFound(Call call) {
        return Reply.helixError(new Refusal(404, ""));
    }

    private void delay(Duration heldBack) throws IOException {
        long jitter = settings.jitter().toNanos();
        long nanos = heldBack.plus(settings.latency()).toNanos()
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

    private void send(HttpExchange exchange, Call call, Reply reply) throws IOException {
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
        boolean isCut = body.length > 0 && faults.cutsConnection(call);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (isCut) {
            cut(exchange, body);
            return;
        }
        // Closing the body and not the exchange keeps the connection alive.
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Half of the body went out, then the connection ends. */
    private static void cut(HttpExchange exchange, byte[] body) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
        exchange.close();
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
