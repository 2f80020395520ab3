package io.streamgauge.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.function.Supplier;

/** Sends answers, or only word that the reader already has them. */
final class Answers {

    static final String HTML = "text/html;charset=utf-8";
    static final String JSON = "application/json";

    private Answers() {}

    static void send(Context context, String tag, String contentType, Supplier<byte[]> answer) {
        context.header("Cache-Control", "no-cache");
        context.addHeader("Vary", "Accept, Accept-Encoding");
        context.header("ETag", tag);
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(304);
            return;
        }
        byte[] body = answer.get();
        context.contentType(contentType).result(body);
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
