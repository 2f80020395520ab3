package io.streamgauge.twitch;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Categories by id; those that Helix does not know are just absent from its answer. */
record GetGames(URI games, List<String> ids) implements Exchange<List<HelixGame>> {

    GetGames {
        if (ids.isEmpty() || ids.size() > HelixGame.MOST_IDS) {
            throw new IllegalArgumentException(
                    "Get Games takes 1 to " + HelixGame.MOST_IDS + " ids, not " + ids.size());
        }
    }

    @Override
    public String name() {
        return "Getting " + ids.size() + " categories from " + games;
    }

    @Override
    public URI uri() {
        return games;
    }

    @Override
    public HttpRequest.Builder request() {
        String parameters = ids.stream()
                .map(id -> "id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Transport.request(URI.create(games + "?" + parameters));
    }

    @Override
    public boolean hasCursor() {
        return false;
    }

    @Override
    public List<HelixGame> read(Answer answer) {
        JsonNode data = JsonBody.read(answer.body()).path("data");
        if (!data.isArray()) {
            throw BodyException.unexpected("has no array 'data'");
        }
        List<HelixGame> rows = new ArrayList<>();
        for (JsonNode row : data) {
            String id = row.path("id").asString("");
            if (!id.isEmpty()) {
                rows.add(new HelixGame(
                        id,
                        row.path("name").asString(""),
                        row.path("box_art_url").asString(""),
                        row.path("igdb_id").asString("")));
            }
        }
        return rows;
    }
}
