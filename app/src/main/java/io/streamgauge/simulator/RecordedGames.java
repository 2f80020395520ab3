package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Get Top Games and Get Games over recorded categories. */
final class RecordedGames {
    private final RecordedCatalogue recorded;

    RecordedGames(RecordedCatalogue recorded) {
        this.recorded = recorded;
    }

    Map<String, Endpoint> routes() {
        return Map.of("GET /helix/games/top", this::top, "GET /helix/games", this::games);
    }

    private Reply top(Call call) {
        int first = StreamsQuery.first(call.query());
        int from = call.query().one("after").map(GamesEndpoints::offset).orElse(0);
        List<Map<String, String>> all = List.copyOf(recorded.categories().values());
        int to = Math.min(all.size(), from + first);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", from >= to ? List.of() : all.subList(from, to));
        body.put("pagination", to < all.size() ? Map.of("cursor", GamesEndpoints.cursor(from, to)) : Map.of());
        return Reply.json(body);
    }

    private Reply games(Call call) {
        List<String> ids = GamesEndpoints.asked(call);
        List<Map<String, String>> found = new ArrayList<>();
        for (Map<String, String> category : recorded.categories().values()) {
            if (ids.contains(category.get("id"))
                    || call.query().all("name").contains(category.get("name"))
                    || call.query().all("igdb_id").contains(category.get("igdb_id"))) {
                found.add(category);
            }
        }
        return Reply.json(Map.of("data", found));
    }
}
