package io.streamgauge.twitch;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A query to one of IGDB's endpoints, which answers with a bare array.
 *
 * @param query Apicalypse
 */
record AskIgdb<T>(URI endpoint, String query, Function<JsonNode, T> row) implements Exchange<List<T>> {

    @Override
    public String name() {
        return "Asking IGDB at " + endpoint;
    }

    @Override
    public URI uri() {
        return endpoint;
    }

    @Override
    public HttpRequest.Builder request() {
        return Transport.request(endpoint)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(query));
    }

    @Override
    public boolean hasCursor() {
        return false;
    }

    @Override
    public List<T> read(Answer answer) {
        JsonNode rows = JsonBody.read(answer.body());
        if (!rows.isArray()) {
            throw BodyException.unexpected("is no array");
        }
        List<T> read = new ArrayList<>();
        rows.forEach(each -> read.add(row.apply(each)));
        return read;
    }
}
