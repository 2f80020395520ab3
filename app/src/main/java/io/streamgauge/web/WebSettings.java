package io.streamgauge.web;

import io.streamgauge.web.breaks.Break;
import io.streamgauge.web.breaks.Breaks;
import io.streamgauge.web.guard.Access;
import io.streamgauge.web.guard.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens, and what it lets through.
 *
 * @param port 0 takes any free port
 * @param dev whether templates and static files are read from disk at each request
 * @param devFolder the folder that holds {@code templates} and {@code static}, {@code web} where not given
 * @param access who may ask, and how
 * @param oldestSnapshot the age of the newest snapshot beyond which the server says that it is not ready
 * @param breaks the known breaks in counting, the earliest first
 * @param embedders origins whose pages may frame charts, or {@code *} for any
 */
public record WebSettings(
        String host,
        int port,
        boolean dev,
        Optional<Path> devFolder,
        Limits limits,
        Access access,
        Optional<Duration> oldestSnapshot,
        List<Break> breaks,
        List<String> embedders) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final Duration USUAL_OLDEST_SNAPSHOT = Duration.ofHours(2);

    private static final int LARGEST_PORT = 65_535;

    public WebSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host to listen on must not be empty");
        }
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("The port must lie between 0 and " + LARGEST_PORT + ", found " + port);
        }
    }

    /** With all else as usual. */
    public static WebSettings at(String host, int port) {
        return new WebSettings(
                host,
                port,
                false,
                Optional.empty(),
                Limits.USUAL,
                Access.OPEN,
                Optional.of(USUAL_OLDEST_SNAPSHOT),
                Breaks.shipped(),
                List.of());
    }

    public static WebSettings loopback(int port) {
        return at(LOOPBACK, port);
    }

    /** The same, with templates and static files read from that folder. */
    public WebSettings inDevelopment(Path folder) {
        return new WebSettings(
                host, port, true, Optional.of(folder), limits, access, oldestSnapshot, breaks, embedders);
    }

    public WebSettings with(Limits limits) {
        return new WebSettings(host, port, dev, devFolder, limits, access, oldestSnapshot, breaks, embedders);
    }

    public WebSettings with(Access access) {
        return new WebSettings(host, port, dev, devFolder, limits, access, oldestSnapshot, breaks, embedders);
    }

    public WebSettings withOldestSnapshot(Optional<Duration> age) {
        return new WebSettings(host, port, dev, devFolder, limits, access, age, breaks, embedders);
    }

    public WebSettings withBreaks(List<Break> known) {
        return new WebSettings(
                host, port, dev, devFolder, limits, access, oldestSnapshot, List.copyOf(known), embedders);
    }

    /** The same, with pages of those origins let frame charts. */
    public WebSettings withEmbedders(List<String> origins) {
        return new WebSettings(
                host, port, dev, devFolder, limits, access, oldestSnapshot, breaks, List.copyOf(origins));
    }

    Path sources() {
        return devFolder.orElse(Path.of("web"));
    }
}
