package io.streamgauge.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives each request a name, the one that it brings where that is harmless, and tells it with the answer. */
final class RequestId extends Handler.Wrapper {

    static final String HEADER = "X-Request-Id";
    static final String ATTRIBUTE = "io.streamgauge.request-id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(HEADER, of(request));
        return super.handle(request, response, callback);
    }

    /** The request's name, made where it has none yet. */
    static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String brought = request.getHeaders().get(HEADER);
        String id = brought != null && HARMLESS.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
