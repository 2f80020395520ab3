package io.streamgauge.twitch;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** One answer of {@link FakeTwitch}, well or badly given. */
public record Reply(int status, Map<String, String> headers, byte[] body, Fault fault) {

    enum Fault {
        NONE,
        CUT_SHORT,
        STALLED
    }

    public static Reply of(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Fault.NONE);
    }

    public static Reply error(int status, String error, String message) {
        return of(status, "{\"error\":\"" + error + "\",\"status\":" + status + ",\"message\":\"" + message + "\"}");
    }

    public Reply with(String header, Object value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value.toString());
        return new Reply(status, more, body, fault);
    }

    Reply gzipped() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(status, headers, bytes.toByteArray(), fault).with("Content-Encoding", "gzip");
    }

    /** Promises more bytes than it sends, then hangs up. */
    Reply cutShort() {
        return new Reply(status, headers, body, Fault.CUT_SHORT);
    }

    /** Sends headers and a part of the body, then nothing more. */
    static Reply stalled() {
        return new Reply(200, Map.of(), "{\"data\":[".getBytes(StandardCharsets.UTF_8), Fault.STALLED);
    }

    void send(HttpExchange exchange, CountDownLatch closing) throws IOException, InterruptedException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        int promised = fault == Fault.NONE ? body.length : body.length + 100;
        exchange.sendResponseHeaders(status, promised == 0 ? -1 : promised);
        if (promised > 0) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        if (fault == Fault.STALLED) {
            closing.await();
        }
    }
}
