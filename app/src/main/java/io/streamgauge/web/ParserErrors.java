package io.streamgauge.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells of requests that are no proper HTTP, or too large, as a problem document with nothing of the server in it. */
final class ParserErrors extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        String id = RequestId.of(request);
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(RequestId.HEADER, id);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        Problem problem = Problem.of(status, HttpStatus.getMessage(status), detail(status), id);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
    }

    private static String detail(int status) {
        return switch (status) {
            case 414 -> "The address is too long, expected at most 8 KB with all headers";
            case 431 -> "The headers are too long, expected at most 8 KB with the address";
            default -> "The request is not proper HTTP";
        };
    }
}
