package io.streamgauge.twitch;

import java.time.Instant;
import java.util.List;

/**
 * A game as IGDB knows it. What it does not know is null, or an empty list.
 *
 * @param gameType 0 for a main game, others as IGDB numbers them
 * @param totalRating 0 to 100
 */
public record IgdbGame(
        long id,
        String name,
        String slug,
        List<Label> genres,
        List<Label> themes,
        List<Label> modes,
        List<Label> developers,
        List<Label> publishers,
        Instant firstReleaseAt,
        Long gameType,
        Double totalRating,
        String coverImageId) {

    /** Something that a game has, by IGDB's id. */
    public record Label(long id, String name) {}
}
