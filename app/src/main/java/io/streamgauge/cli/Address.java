package io.streamgauge.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Where the web server listens; port 0 takes a free one. */
record Address(String host, int port) {

    static final String LOOPBACK = "127.0.0.1";
    static final int USUAL_PORT = 8787;

    /** Refuses an address that cannot be listened on now, before long work begins. */
    void requireFree() {
        problem().ifPresent(problem -> {
            throw new CommandException(problem);
        });
    }

    /** Why it cannot be listened on now, as a sentence. */
    Optional<String> problem() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            return Optional.of(
                    reason.contains("in use")
                            ? "Port " + port + " of " + host
                                    + " is taken by another program: end it, or choose another port with --port"
                            : "Cannot listen on port " + port + " of " + host + ": " + reason
                                    + "; choose others with --host and --port");
        }
    }
}
