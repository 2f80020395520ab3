package io.streamgauge.twitch;

/**
 * A category as Helix gives it.
 *
 * @param boxArtUrl with {@code {width}} and {@code {height}} in it
 * @param igdbId empty where Twitch knows none
 */
public record HelixGame(String id, String name, String boxArtUrl, String igdbId) {

    /** The most that one call can be asked for. */
    public static final int MOST_IDS = 100;
}
