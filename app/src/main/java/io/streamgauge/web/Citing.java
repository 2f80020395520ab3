package io.streamgauge.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Citations;
import io.streamgauge.web.page.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lets answers be cited. Asked with POST, an address keeps its answer and leads to itself with the data's version; asked with
 * a version, it gives what was kept, to the byte, whatever the figures are by then.
 */
final class Citing {

    static final String VERSION = "version";

    /** Tells with a cited answer which version is the newest. */
    static final String NEWEST = "X-Newest-Version";

    private static final int MOST_TRIES = 3;

    private final Analytics analytics;
    private final Citations citations;

    Citing(Analytics analytics, Citations citations) {
        this.analytics = analytics;
        this.citations = citations;
    }

    /** Answers GET and HEAD, from what was kept where a version is asked for. */
    Handler answering(Handler handler) {
        return context -> {
            Optional<String> version = version(context);
            if (version.isEmpty()) {
                handler.handle(context);
                return;
            }
            Optional<byte[]> kept = citations.find(question(context, version.get()));
            if (kept.isPresent()) {
                send(context, version.get(), kept.get());
            } else if (version.get().equals(analytics.dataVersion())) {
                handler.handle(context);
            } else {
                throw RefusedRequest.notFound("Nothing was cited here of version '" + version.get()
                        + "'; without a version this address answers from the newest, " + analytics.dataVersion());
            }
        };
    }

    /** Answers POST: keeps what GET would answer. */
    Handler keeping(Handler handler) {
        return context -> {
            requireOwnPage(context);
            Optional<String> asked = version(context);
            if (asked.isPresent()) {
                context.redirect(self(context, asked.get()), HttpStatus.SEE_OTHER);
                return;
            }
            String version = keep(context, handler);
            context.result("");
            context.removeHeader("ETag");
            context.header("Cache-Control", "no-store");
            context.redirect(self(context, version), HttpStatus.SEE_OTHER);
        };
    }

    private String keep(Context context, Handler handler) throws Exception {
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            String version = analytics.dataVersion();
            handler.handle(context);
            byte[] answer = bytes(context);
            if (version.equals(analytics.dataVersion())) {
                byte[] packed = packed(String.valueOf(context.res().getContentType()), answer);
                if (!citations.keep(question(context, version), packed)) {
                    throw RefusedRequest.notReady(
                            "There is no room for another citation here; whoever runs this server can make some");
                }
                return version;
            }
        }
        throw RefusedRequest.notReady("The data changed while the answer was computed; try again");
    }

    /** A form on somebody else's page must not fill the store. */
    private static void requireOwnPage(Context context) {
        String origin = context.header("Origin");
        if (origin != null && !origin.endsWith("://" + context.header("Host"))) {
            throw RefusedRequest.badRequest("Answers are cited from this server's own pages, found " + origin);
        }
    }

    private static Optional<String> version(Context context) {
        return Parameters.of(context).text(VERSION).filter(text -> !text.isEmpty());
    }

    private void send(Context context, String version, byte[] packed) {
        int end = 0;
        while (packed[end] != '\n') {
            end++;
        }
        String contentType = new String(packed, 0, end, StandardCharsets.UTF_8);
        byte[] answer = Arrays.copyOfRange(packed, end + 1, packed.length);
        String newest = analytics.dataVersion();
        context.header("Cache-Control", "no-cache");
        context.header(NEWEST, newest);
        context.header("Link", "<" + self(context, "") + ">; rel=\"latest-version\"");
        boolean isPage = contentType.startsWith("text/html");
        context.contentType(contentType)
                .result(isPage ? CitedNote.on(answer, version, newest, self(context, "")) : answer);
    }

    private static byte[] packed(String contentType, byte[] answer) {
        byte[] head = (contentType + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + answer.length);
        System.arraycopy(answer, 0, all, head.length, answer.length);
        return all;
    }

    private static byte[] bytes(Context context) throws IOException {
        try (InputStream result = context.resultInputStream()) {
            return result == null ? new byte[0] : result.readAllBytes();
        }
    }

    /** The address with another version, or with none. */
    private static String self(Context context, String version) {
        Map<String, String> parameters = new LinkedHashMap<>(parameters(context));
        parameters.remove(VERSION);
        Address address = new Address(context.path(), parameters);
        return (version.isEmpty() ? address : address.with(VERSION, version)).toString();
    }

    /** One text for whatever order the parameters come in. */
    private static String question(Context context, String version) {
        TreeMap<String, String> parameters = new TreeMap<>(parameters(context));
        parameters.remove(VERSION);
        return version + " " + new Address(context.path(), parameters) + " " + ApiRoute.form(context);
    }

    private static Map<String, String> parameters(Context context) {
        return context.queryParamMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0), (one, other) -> one, LinkedHashMap::new));
    }
}
