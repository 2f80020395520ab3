package io.streamgauge.lake;

import java.time.Instant;
import java.util.List;

/**
 * What was learnt of a category at one time.
 *
 * @param known whether Twitch knew the category; if not, name, box art and id are empty
 * @param boxArtUrl with {@code {width}} and {@code {height}} in it
 * @param igdbId the game's id as Twitch gives it, empty where it gives none
 * @param game null where IGDB has none
 */
public record CategoryFacts(
        String categoryId, Instant fetchedAt, boolean known, String name, String boxArtUrl, String igdbId, Game game) {

    /**
     * The game that IGDB has for it. What IGDB does not know is null.
     *
     * @param foundBy {@code helix} where Twitch gave its id, {@code external_games} where IGDB knew the category's
     */
    public record Game(
            long id,
            String foundBy,
            String name,
            String slug,
            Instant firstReleaseAt,
            Long gameType,
            Double totalRating,
            String coverImageId,
            List<Label> labels) {}

    /** @param kind {@code genre}, {@code theme}, {@code mode}, {@code developer} or {@code publisher} */
    public record Label(String kind, long id, String name) {}
}
