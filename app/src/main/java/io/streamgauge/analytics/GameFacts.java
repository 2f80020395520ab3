package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;

/**
 * What Helix and IGDB tell of a category. Everything from {@code gameId} on is IGDB's, and null or empty where the category is no
 * game or IGDB does not know.
 *
 * @param isGame whether IGDB has a game for it
 * @param boxArtUrl Twitch's, with {@code {width}} and {@code {height}} in it; empty where Twitch no longer knows the category
 * @param igdbUrl the game's page at IGDB
 * @param totalRating 0 to 100, of critics and players
 * @param fetchedAt when this was learnt
 */
public record GameFacts(
        boolean isGame,
        String boxArtUrl,
        Long gameId,
        String gameName,
        String igdbUrl,
        Instant firstReleaseAt,
        Double totalRating,
        List<Label> genres,
        List<Label> themes,
        List<Label> modes,
        List<Label> developers,
        List<Label> publishers,
        Instant fetchedAt) {

    /** One of IGDB's, by its id there. */
    public record Label(long id, String name) {}
}
