package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.List;

/** Get Streams over a live listing: a page begins strictly below the score at which the page before it ended. */
final class StreamsEndpoint implements Endpoint {
    private final CurrentListing current;

    StreamsEndpoint(CurrentListing current) {
        this.current = current;
    }

    @Override
    public Reply answer(Call call) {
        StreamsQuery query = StreamsQuery.of(call.query());
        Listing listing = current.now();
        List<LiveStream> page = new ArrayList<>(query.first());
        for (int place = start(query, listing); place < listing.streams().size(); place++) {
            LiveStream stream = listing.streams().get(place);
            if (admits(query, stream)) {
                if (page.size() == query.first()) {
                    double first = page.get(0).score();
                    double last = page.get(page.size() - 1).score();
                    return Reply.json(StreamJson.page(page, new ScoreCursor(first, last).encoded()));
                }
                page.add(stream);
            }
        }
        return Reply.json(StreamJson.page(page, ""));
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

    private static boolean admits(StreamsQuery query, LiveStream stream) {
        return query.isUnfiltered()
                || query.admitsLanguage(stream.language())
                        && query.admitsUser(stream.userId(), stream.userLogin())
                        && query.admitsGame(stream.gameId());
    }
}
