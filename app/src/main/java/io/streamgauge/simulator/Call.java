package io.streamgauge.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** A request, read to its end. */
record Call(String method, String path, Query query, Query form, String body, Function<String, String> headers) {

    static Call of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String raw = exchange.getRequestURI().getRawQuery();
        String query = raw == null ? "" : raw;
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Query.of(query),
                Query.of(body, query),
                body,
                exchange.getRequestHeaders()::getFirst);
    }

    boolean isToHelix() {
        return path.startsWith("/helix/");
    }

    boolean isToIgdb() {
        return path.startsWith("/v4/");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name)).filter(value -> !value.isBlank());
    }

    /** The token of an Authorization header of one of these schemes. */
    Optional<String> token(String... schemes) {
        String authorization = header("Authorization").orElse("");
        for (String scheme : schemes) {
            if (authorization.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)) {
                return Optional.of(authorization.substring(scheme.length() + 1).trim());
            }
        }
        return Optional.empty();
    }
}
