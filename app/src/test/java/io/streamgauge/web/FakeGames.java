package io.streamgauge.web;

import io.streamgauge.analytics.GameFacts;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the made-up world's categories are: every other one is a game, some of it unknown. */
final class FakeGames {

    static final String GENRE = "Role-playing (RPG)";

    private FakeGames() {}

    static Optional<GameFacts> facts(long number) {
        Instant at = Instant.parse("2026-09-05T12:00:00Z");
        if (number % 2 == 0) {
            return Optional.of(new GameFacts(
                    false, "", null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
                    at));
        }
        return Optional.of(new GameFacts(
                true,
                "https://example.org/{width}x{height}.jpg",
                7L,
                "A game",
                "https://www.igdb.com/games/a-game",
                Instant.parse("2024-02-29T00:00:00Z"),
                71.25,
                List.of(new GameFacts.Label(12, GENRE)),
                List.of(new GameFacts.Label(1, "Action")),
                List.of(new GameFacts.Label(2, "Multiplayer")),
                List.of(new GameFacts.Label(9, "Makers")),
                List.of(),
                at));
    }

    static Ranking<Ranking.Genre> genres(Meta meta, double hours, RankingQuery query) {
        long seconds = Math.round(hours * 3600) * 1000;
        List<Ranking.Genre> all = List.of(
                new Ranking.Genre(1, 12L, GENRE, seconds / 3600.0, seconds, 900, 1.5, 2, 4, 3L, 2, 1.5, 0.7),
                new Ranking.Genre(2, null, "(none)", seconds / 7200.0, seconds / 2, 500, 1, 1, 2, null, 1, 1, 0.35));
        List<Ranking.Genre> asked =
                all.stream().skip(query.offset()).limit(query.limit()).toList();
        return new Ranking<>(meta, asked, all.size(), seconds + seconds / 2);
    }
}
