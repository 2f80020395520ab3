package io.streamgauge.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param port 0 takes any free port
 * @param dev whether templates and static files are read from disk at each request
 * @param devFolder the folder that holds {@code templates} and {@code static}, {@code web} where not given
 */
public record WebSettings(String host, int port, boolean dev, Optional<Path> devFolder) {

    public static final String LOOPBACK = "127.0.0.1";

    private static final int LARGEST_PORT = 65_535;

    public WebSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host to listen on must not be empty");
        }
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("The port must lie between 0 and " + LARGEST_PORT + ", found " + port);
        }
    }

    public static WebSettings loopback(int port) {
        return new WebSettings(LOOPBACK, port, false, Optional.empty());
    }

    Path sources() {
        return devFolder.orElse(Path.of("web"));
    }
}
