package io.streamgauge.metadata;

import io.streamgauge.lake.CategoryFacts;
import io.streamgauge.twitch.HelixGame;
import io.streamgauge.twitch.IgdbClient;
import io.streamgauge.twitch.IgdbGame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the games of categories: by the id that Twitch gives, and where there is none or a wrong one by the category's own. */
final class Games {

    private static final String BY_HELIX = "helix";
    private static final String BY_LINK = "external_games";

    private final IgdbClient igdb;

    Games(IgdbClient igdb) {
        this.igdb = igdb;
    }

    /** @param ids all that Helix was asked about */
    List<CategoryFacts> facts(List<String> ids, List<HelixGame> rows, Instant fetchedAt) throws InterruptedException {
        Map<String, HelixGame> byId =
                rows.stream().collect(Collectors.toMap(HelixGame::id, Function.identity(), (first, again) -> again));
        Map<Long, IgdbGame> games = new HashMap<>();
        fetch(byId.values().stream().flatMap(row -> igdbId(row).stream()).collect(Collectors.toSet()), games);
        Set<String> without = new HashSet<>();
        byId.values().stream()
                .filter(row -> igdbId(row).filter(games::containsKey).isEmpty())
                .forEach(row -> without.add(row.id()));
        Map<String, Long> links = igdb.gamesOfCategories(without);
        fetch(links.values(), games);
        List<CategoryFacts> facts = new ArrayList<>();
        for (String id : ids) {
            HelixGame row = byId.get(id);
            facts.add(
                    row == null
                            ? new CategoryFacts(id, fetchedAt, false, "", "", "", null)
                            : new CategoryFacts(
                                    id,
                                    fetchedAt,
                                    true,
                                    row.name(),
                                    row.boxArtUrl(),
                                    row.igdbId(),
                                    game(row, links, games).orElse(null)));
        }
        return facts;
    }

    private void fetch(Collection<Long> ids, Map<Long, IgdbGame> games) throws InterruptedException {
        Set<Long> missing = new HashSet<>(ids);
        missing.removeAll(games.keySet());
        igdb.games(missing).forEach(game -> games.put(game.id(), game));
    }

    private static Optional<CategoryFacts.Game> game(
            HelixGame row, Map<String, Long> links, Map<Long, IgdbGame> games) {
        Optional<IgdbGame> named = igdbId(row).map(games::get);
        if (named.isPresent()) {
            return named.map(game -> game(game, BY_HELIX));
        }
        return Optional.ofNullable(links.get(row.id())).map(games::get).map(game -> game(game, BY_LINK));
    }

    private static Optional<Long> igdbId(HelixGame row) {
        return row.igdbId().matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(row.igdbId())) : Optional.empty();
    }

    private static CategoryFacts.Game game(IgdbGame game, String foundBy) {
        List<CategoryFacts.Label> labels = new ArrayList<>();
        add(labels, "genre", game.genres());
        add(labels, "theme", game.themes());
        add(labels, "mode", game.modes());
        add(labels, "developer", game.developers());
        add(labels, "publisher", game.publishers());
        return new CategoryFacts.Game(
                game.id(),
                foundBy,
                game.name(),
                game.slug(),
                game.firstReleaseAt(),
                game.gameType(),
                game.totalRating(),
                game.coverImageId(),
                List.copyOf(labels));
    }

    private static void add(List<CategoryFacts.Label> labels, String kind, List<IgdbGame.Label> found) {
        found.stream()
                .distinct()
                .map(label -> new CategoryFacts.Label(kind, label.id(), label.name()))
                .forEach(labels::add);
    }
}
