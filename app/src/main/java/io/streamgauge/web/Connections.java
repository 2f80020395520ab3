package io.streamgauge.web;

import io.javalin.config.JavalinConfig;
import io.streamgauge.web.guard.Tls;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

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
        settings.access()
                .tls()
                .ifPresent(tls -> config.jetty.addConnector((server, http) -> encrypted(server, http, tls, settings)));
        config.jetty.modifyServer(server -> {
            server.setRequestLog(log);
            server.setErrorHandler(new ParserErrors());
            server.insertHandler(new RequestId());
        });
    }

    private static ServerConnector encrypted(Server server, HttpConfiguration http, Tls tls, WebSettings settings) {
        HttpConfiguration https = new HttpConfiguration(http);
        limit(https);
        https.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server,
                new SslConnectionFactory(tls.contexts(), HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(https));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE_MILLIS);
    }
}
