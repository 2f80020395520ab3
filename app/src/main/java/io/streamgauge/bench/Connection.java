package io.streamgauge.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks a server for addresses over one connection that stays open, as a browser does, and takes as little of the machine as
 * that can: no more is read of an answer than its status and its length.
 */
final class Connection implements AutoCloseable {

    private static final int WAITING_MILLIS = 60_000;
    private static final int BUFFER = 1 << 16;

    private final URI server;
    private Socket socket;
    private InputStream from;

    Connection(URI server) {
        this.server = server;
    }

    /** @param bytes of the body as it was sent */
    record Answer(int status, long bytes) {}

    /** The answer to GET. */
    Answer get(String address) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(WAITING_MILLIS);
            from = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        String request = "GET " + address + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nAccept: text/html,*/*\r\nAccept-Encoding: gzip\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = -1;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            }
            isLast |= lower.equals("connection: close");
        }
        long bytes = length >= 0 ? skip(length) : chunks();
        if (isLast) {
            close();
        }
        return new Answer(status, bytes);
    }

    private long chunks() throws IOException {
        long bytes = 0;
        while (true) {
            long chunk = Long.parseLong(line(), 16);
            bytes += skip(chunk);
            line();
            if (chunk == 0) {
                return bytes;
            }
        }
    }

    private long skip(long bytes) throws IOException {
        from.skipNBytes(bytes);
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection before the end of its answer");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** The next request opens another. */
    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
