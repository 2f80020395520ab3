package io.streamgauge.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.function.Supplier;

/** Sends answers, or only word that the reader already has them. */
final class Answers {

    static final String HTML = "text/html;charset=utf-8";
    static final String JSON = "application/json";

    /** The attribute of a request that holds the server's {@link Bodies}. */
    static final String BODIES = "bodies";

    private Answers() {}

    static void send(Context context, String tag, String contentType, Supplier<byte[]> answer) {
        context.header("Cache-Control", "no-cache");
        context.addHeader("Vary", "Accept, Accept-Encoding");
        context.header("ETag", tag);
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        Bodies bodies = context.attribute(BODIES);
        if (bodies == null || context.method() != HandlerType.GET || !takesGzip(context)) {
            byte[] body = answer.get();
            context.contentType(contentType).result(body);
            return;
        }
        Bodies.Body body = bodies.get(address(context), tag, answer);
        context.disableCompression();
        context.header("ETag", body.tag());
        context.contentType(contentType).header("Content-Encoding", "gzip").result(body.packed());
    }

    private static String address(Context context) {
        return String.join(
                "\n", context.path(), String.valueOf(context.queryString()), String.valueOf(context.header("Accept")));
    }

    private static boolean takesGzip(Context context) {
        String codings = context.header("Accept-Encoding");
        return codings != null && codings.contains("gzip") && !codings.contains("gzip;q=0");
    }

    private static boolean isKnown(String tags, String tag) {
        if (tags == null) {
            return false;
        }
        String strong = tag.substring("W/".length());
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals(strong));
    }
}
