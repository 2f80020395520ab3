package io.streamgauge.simulator;

/** Opens a live listing: a page begins strictly below the score at which the page before it ended. */
final class WorldListings implements Listings {
    private final CurrentListing current;

    WorldListings(CurrentListing current) {
        this.current = current;
    }

    @Override
    public Opening open(StreamsQuery query) {
        Listing listing = current.now();
        return new Opening(new WorldRows(listing), start(query, listing), () -> {});
    }

    private static int start(StreamsQuery query, Listing listing) {
        if (query.after().isPresent()) {
            return listing.firstBelow(ScoreCursor.decoded(query.after().get()).lastScore());
        }
        if (query.before().isPresent()) {
            double score = ScoreCursor.decoded(query.before().get()).firstScore();
            return listing.firstBelow(Math.nextUp(score));
        }
        return 0;
    }
}
