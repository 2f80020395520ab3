package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Get Top Games, paged by offset as on Twitch, and Get Games. */
final class GamesEndpoints {
    private static final Pattern CURSOR = Pattern.compile("\\{\"b\":.*,\"a\":\\{\"Offset\":(\\d{1,6})\\}\\}");

    private final CurrentListing current;

    GamesEndpoints(CurrentListing current) {
        this.current = current;
    }

    Map<String, Endpoint> routes() {
        return Map.of("GET /helix/games/top", this::top, "GET /helix/games", this::games);
    }

    /** Answers {@code before} with the first page, as Twitch does. */
    private Reply top(Call call) {
        int first = StreamsQuery.first(call.query());
        int from = call.query().one("after").map(GamesEndpoints::offset).orElse(0);
        List<Category> all = current.now().topCategories();
        int to = Math.min(all.size(), from + first);
        List<Category> page = from >= to ? List.of() : all.subList(from, to);
        Map<String, String> pagination = to < all.size() ? Map.of("cursor", cursor(from, to)) : Map.of();
        return answer(page, Optional.of(pagination));
    }

    private Reply games(Call call) {
        List<String> ids = asked(call);
        List<String> names = call.query().all("name");
        List<String> igdbIds = call.query().all("igdb_id");
        Listing listing = current.now();
        Set<Category> found = new LinkedHashSet<>();
        ids.forEach(id -> current.world().categoryWithId(id, listing.time()).ifPresent(found::add));
        names.forEach(
                name -> current.world().categoryNamed(name, listing.time()).ifPresent(found::add));
        listing.topCategories().stream()
                .filter(category -> igdbIds.contains(category.igdbId()))
                .forEach(found::add);
        return answer(List.copyOf(found), Optional.empty());
    }

    /** The ids of a call that names not too much. */
    static List<String> asked(Call call) {
        Query query = call.query();
        int asked = query.all("id").size()
                + query.all("name").size()
                + query.all("igdb_id").size();
        if (asked == 0 || asked > 100) {
            throw new Refusal(400, "Give 1 to 100 of id, name and igdb_id in all, not " + asked);
        }
        return query.all("id");
    }

    private static Reply answer(List<Category> categories, Optional<Map<String, String>> pagination) {
        List<Map<String, String>> data = new ArrayList<>();
        for (Category category : categories) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("id", category.id());
            row.put("name", category.name());
            row.put("box_art_url", category.boxArtUrl());
            row.put("igdb_id", category.igdbId());
            data.add(row);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", data);
        pagination.ifPresent(value -> body.put("pagination", value));
        return Reply.json(body);
    }

    static String cursor(int from, int to) {
        String before = from == 0 ? "null" : "{\"Offset\":" + from + "}";
        String json = "{\"b\":" + before + ",\"a\":{\"Offset\":" + to + "}}";
        return Base64.getEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static int offset(String cursor) {
        try {
            Matcher matcher = CURSOR.matcher(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Refusal(400, "invalid cursor");
        }
        throw new Refusal(400, "invalid cursor");
    }
}
