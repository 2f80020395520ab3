package io.streamgauge.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.streamgauge.web.metrics.RequestMetrics;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Takes note of every request once its answer is sent, also of those that come no further than the HTTP parser. */
final class Served implements RequestLog {

    private static final String ROUTE = "io.streamgauge.route";
    private static final String NO_ROUTE = "(none)";

    private final RequestMetrics metrics;

    Served(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    /** The endpoint's handler, which notes that it answers. */
    static Handler noted(Endpoint endpoint) {
        return endpoint.method != HandlerType.GET
                ? endpoint.handler
                : context -> {
                    context.attribute(ROUTE, endpoint.path);
                    endpoint.handler.handle(context);
                };
    }

    @Override
    public void log(Request request, Response response) {
        String route = request.getAttribute(ROUTE) instanceof String noted ? noted : NO_ROUTE;
        long nanos = NanoTime.since(request.getHeadersNanoTime());
        metrics.count(request.getMethod(), route, response.getStatus(), nanos);
    }
}
