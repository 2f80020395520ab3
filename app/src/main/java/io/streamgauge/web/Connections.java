package io.streamgauge.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.RequestLog;

/** What is accepted on the wire, before any route is looked for. */
final class Connections {

    private static final long LARGEST_BODY = 16_384;
    private static final int LARGEST_HEADERS = 8_192;
    private static final long IDLE_MILLIS = 30_000;

    private Connections() {}

    static void configure(JavalinConfig config, WebSettings settings, RequestLog log) {
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyHttpConfiguration(Connections::limit);
        config.jetty.modifyServer(server -> {
            server.setRequestLog(log);
            server.setErrorHandler(new ParserErrors());
            server.insertHandler(new RequestId());
        });
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE_MILLIS);
    }
}
