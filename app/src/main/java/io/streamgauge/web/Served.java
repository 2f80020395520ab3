package io.streamgauge.web;

import io.javalin.http.Context;
import io.streamgauge.web.metrics.RequestMetrics;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes note of every request once its answer is sent, also of those that come no further than the HTTP parser. Of its address
 * only the route is told: what stands in a path or a query belongs to the one who asks.
 */
final class Served implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(Served.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String ROUTE = "io.streamgauge.route";
    private static final String NO_ROUTE = "(none)";

    private final RequestMetrics metrics;

    Served(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    /** Notes which route answers. */
    static void note(Context context, String route) {
        context.attribute(ROUTE, route);
    }

    @Override
    public void log(Request request, Response response) {
        String route = request.getAttribute(ROUTE) instanceof String noted ? noted : NO_ROUTE;
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        String id = RequestId.of(request);
        int status = response.getStatus();
        long bytes = Response.getContentBytesWritten(response);
        long nanos = NanoTime.since(request.getHeadersNanoTime());
        metrics.count(method, route, status, nanos);
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        LOG.atInfo()
                .addKeyValue("request_id", id)
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("bytes", bytes)
                .addKeyValue("milliseconds", millis)
                .log("{} {} {} {} bytes {} ms {}", method, route, status, bytes, millis, id);
    }
}
