package io.streamgauge.cli;

import io.streamgauge.analytics.LakeAnalytics;
import io.streamgauge.model.Models;
import io.streamgauge.web.WebServer;
import io.streamgauge.web.WebSettings;
import java.time.Clock;

/** Pages and the API over a lake, until closed. */
final class Dashboard implements AutoCloseable {

    private final Reading reading;
    private final LakeAnalytics analytics;
    private final WebServer server;

    private Dashboard(Reading reading, LakeAnalytics analytics, WebServer server) {
        this.reading = reading;
        this.analytics = analytics;
        this.server = server;
    }

    static Dashboard open(OpenLake lake, Models models, WebSettings settings, Clock clock) {
        Reading reading = Reading.of(lake, models);
        try {
            LakeAnalytics analytics = reading.analytics(clock);
            WebServer server = WebServer.start(settings, analytics, reading.holdings());
            analytics.follow();
            return new Dashboard(reading, analytics, server);
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
        analytics.close();
        reading.close();
    }
}
