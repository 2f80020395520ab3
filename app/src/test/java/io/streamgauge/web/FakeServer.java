package io.streamgauge.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Serves the made-up platform for looking at pages: {@code FakeServer PORT [dev folder]}. */
final class FakeServer {

    private FakeServer() {}

    public static void main(String[] arguments) {
        FakeAnalytics analytics = new FakeAnalytics()
                .givenSimulatedData()
                .givenStatus(FakeStatus::eventful)
                .givenMissingSnapshots(
                        Instant.parse("2026-11-21T16:30:00Z"),
                        Instant.parse("2026-11-22T03:00:00Z"),
                        Instant.parse("2026-11-22T03:15:00Z"),
                        Instant.parse("2026-11-22T03:30:00Z"),
                        Instant.parse("2026-11-22T03:45:00Z"));
        Optional<Path> folder = arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        int port = Integer.parseInt(arguments[0]);
        WebSettings settings = WebSettings.loopback(port);
        WebServer.start(folder.map(settings::inDevelopment).orElse(settings), analytics);
    }
}
