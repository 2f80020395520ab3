package io.streamgauge.metadata;

/**
 * What a round of fetching came to.
 *
 * @param met categories that were ever met
 * @param fetched of them, those that were asked about now
 * @param games of those fetched, how many IGDB has a game for
 * @param unknown of those fetched, how many Twitch does not know
 */
public record MetadataResult(int met, int fetched, int games, int unknown) {

    MetadataResult plus(int moreFetched, int moreGames, int moreUnknown) {
        return new MetadataResult(met, fetched + moreFetched, games + moreGames, unknown + moreUnknown);
    }
}
