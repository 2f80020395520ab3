package io.streamgauge.cli;

import io.streamgauge.model.Models;
import io.streamgauge.web.WebServer;
import io.streamgauge.web.WebSettings;
import java.time.Clock;

/** Pages and the API over a lake, until closed. */
final class Dashboard implements AutoCloseable {

    private final Reading reading;
    private final WebServer server;

    private Dashboard(Reading reading, WebServer server) {
        this.reading = reading;
        this.server = server;
    }

    static Dashboard open(OpenLake lake, Models models, WebSettings settings, Clock clock) {
        Reading reading = Reading.of(lake, models);
        try {
            return new Dashboard(reading, WebServer.start(settings, reading.analytics(clock)));
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** Where to look, without a slash at the end. */
    String url() {
        return server.url().toString().replaceFirst("/$", "");
    }

    @Override
    public void close() {
        server.close();
        reading.close();
    }
}
