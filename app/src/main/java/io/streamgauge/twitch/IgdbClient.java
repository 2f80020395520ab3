package io.streamgauge.twitch;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * IGDB, with the same credentials as Helix. Calls go out one after the other and at most four within any second; every method
 * tries again what may pass, and throws {@link TwitchException} when it gives up. One client is shared by all threads.
 */
public final class IgdbClient {

    /** The most rows that one call gives. */
    public static final int MOST_ROWS = 500;

    private static final int TWITCH = 14;

    private final Helix igdb;
    private final String url;

    IgdbClient(Helix igdb, String url) {
        this.igdb = igdb;
        this.url = url;
    }

    /** The games of those ids that there are, at most {@value #MOST_ROWS}. */
    public List<IgdbGame> games(Collection<Long> ids) throws InterruptedException {
        if (ids.isEmpty()) {
            return List.of();
        }
        String list = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        String query = "fields " + IgdbRows.GAME_FIELDS + "; where id = (" + list + "); limit " + MOST_ROWS + ";";
        return igdb.call(new AskIgdb<>(URI.create(url + "/games"), query, IgdbRows::game));
    }

    /** The ids of the games that IGDB links with those of Twitch's categories, at most {@value #MOST_ROWS}. */
    public Map<String, Long> gamesOfCategories(Collection<String> categoryIds) throws InterruptedException {
        List<String> ids =
                categoryIds.stream().filter(id -> id.matches("[0-9]+")).sorted().toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        String list = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        String query = "fields uid,game; where external_game_source = " + TWITCH + " & uid = (" + list + "); limit "
                + MOST_ROWS + ";";
        Map<String, Long> games = new LinkedHashMap<>();
        for (JsonNode row : igdb.call(new AskIgdb<>(URI.create(url + "/external_games"), query, each -> each))) {
            if (row.path("game").isIntegralNumber()) {
                games.putIfAbsent(row.path("uid").asString(""), row.path("game").longValue());
            }
        }
        return games;
    }

    /** What has been spent so far. */
    public TwitchUsage usage() {
        return igdb.usage();
    }
}
