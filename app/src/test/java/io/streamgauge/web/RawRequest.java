package io.streamgauge.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends addresses that a decent client would not. */
final class RawRequest {

    private RawRequest() {}

    static String get(URI server, String address) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request =
                    "GET " + address + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
