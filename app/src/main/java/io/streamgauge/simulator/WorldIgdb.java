package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an IGDB would know of a world's games. As on IGDB: keys are absent where nothing is known, a few of the ids that Twitch
 * gives lead nowhere, and some games that Twitch gives no id for are found by Twitch's own id.
 */
final class WorldIgdb implements IgdbCatalogue {
    static final long TWITCH = 14;

    private static final long FIRST_RELEASE = 1_199_145_600;
    private static final int RELEASES_LAST_DAYS = 7_600;
    private static final long UNNAMED_BY_TWITCH = 900_000;

    private final Map<String, List<Map<String, Object>>> rows;

    WorldIgdb(List<Category> categories) {
        List<Map<String, Object>> games = new ArrayList<>();
        List<Map<String, Object>> external = new ArrayList<>();
        for (int number = 0; number < categories.size(); number++) {
            Category category = categories.get(number);
            long key = Hash.of(Long.parseLong(category.id()), 77);
            boolean isGame = !CategoryNames.isActivity(number);
            boolean isKnown = category.igdbId().isEmpty() ? Hash.unit(key, 1) < 0.7 : Hash.unit(key, 2) > 0.01;
            if (isGame && isKnown) {
                Map<String, Object> game = game(category, key);
                games.add(game);
                external.add(external(category, game));
            }
        }
        games.sort(Comparator.comparing(game -> (Long) game.get("id")));
        rows = Map.of(
                "games",
                List.copyOf(games),
                "external_games",
                List.copyOf(external),
                "external_game_sources",
                List.of(IgdbLabels.row(TWITCH, "Twitch")),
                "genres",
                IgdbLabels.GENRES,
                "themes",
                IgdbLabels.THEMES,
                "game_modes",
                IgdbLabels.MODES);
    }

    @Override
    public Map<String, List<Map<String, Object>>> rows() {
        return rows;
    }

    private static Map<String, Object> external(Category category, Map<String, Object> game) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", 5_000_000 + Long.parseLong(category.id()));
        row.put("external_game_source", TWITCH);
        row.put("uid", category.id());
        row.put("game", game);
        return row;
    }

    private static Map<String, Object> game(Category category, long key) {
        long id = category.igdbId().isEmpty()
                ? UNNAMED_BY_TWITCH + Long.parseLong(category.id())
                : Long.parseLong(category.igdbId());
        Map<String, Object> game = IgdbLabels.row(id, category.name());
        game.put("slug", category.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        put(
                game,
                "genres",
                drawn(IgdbLabels.GENRES, key, 10, Hash.unit(key, 3) < 0.06 ? 0 : 1 + Hash.below(3, key, 4)));
        put(game, "themes", drawn(IgdbLabels.THEMES, key, 20, Hash.below(4, key, 5)));
        put(
                game,
                "game_modes",
                drawn(IgdbLabels.MODES, key, 30, Hash.unit(key, 6) < 0.08 ? 0 : 1 + Hash.below(3, key, 7)));
        if (Hash.unit(key, 8) > 0.03) {
            game.put("first_release_date", FIRST_RELEASE + 86_400L * Hash.below(RELEASES_LAST_DAYS, key, 9));
        }
        if (Hash.unit(key, 40) > 0.1) {
            game.put("involved_companies", List.of(company(key, 41, true), company(key, 42, false)));
        }
        game.put("game_type", 0L);
        if (Hash.unit(key, 43) > 0.3) {
            game.put("total_rating", 40 + Math.floor(Hash.unit(key, 44) * 5500) / 100);
        }
        game.put("cover", Map.of("id", id, "image_id", "co" + Long.toString(id, 36)));
        return game;
    }

    private static Map<String, Object> company(long key, long counter, boolean develops) {
        int number = Hash.below(180, key, counter);
        Map<String, Object> company = IgdbLabels.row(100 + number, CategoryNames.of(number * 11 + 130) + " Works");
        Map<String, Object> involved = new LinkedHashMap<>();
        involved.put("id", Hash.of(key, counter) >>> 40);
        involved.put("company", company);
        involved.put("developer", develops);
        involved.put("publisher", !develops);
        return involved;
    }

    private static List<Map<String, Object>> drawn(List<Map<String, Object>> labels, long key, long counter, int many) {
        Set<Map<String, Object>> drawn = new LinkedHashSet<>();
        for (int at = 0; at < many; at++) {
            drawn.add(labels.get(Hash.below(labels.size(), key, counter + at)));
        }
        return List.copyOf(drawn);
    }

    private static void put(Map<String, Object> game, String name, List<Map<String, Object>> labels) {
        if (!labels.isEmpty()) {
            game.put(name, labels);
        }
    }
}
