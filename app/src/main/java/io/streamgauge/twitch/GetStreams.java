package io.streamgauge.twitch;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * A page of live streams.
 *
 * @param streams Helix's address for it, without a query
 * @param filter which streams the page is of
 * @param cursor where to go on, or null for the first page
 */
record GetStreams(URI streams, StreamsFilter filter, String cursor) implements Exchange<StreamsPage> {

    @Override
    public String name() {
        boolean isAllOnOnePage = !filter.userIds().isEmpty() && !hasCursor();
        String page = isAllOnOnePage ? "" : "the " + (hasCursor() ? "next" : "first") + " page of ";
        return "Getting " + page + filter.words() + " from " + streams;
    }

    @Override
    public URI uri() {
        return streams;
    }

    @Override
    public HttpRequest.Builder request() {
        String after = hasCursor() ? "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) : "";
        return Transport.request(URI.create(streams + "?first=" + StreamsPage.MOST_ROWS + filter.parameters() + after));
    }

    @Override
    public boolean hasCursor() {
        return cursor != null;
    }

    @Override
    public StreamsPage read(Answer answer) {
        StreamsBody body = StreamsBody.read(answer.body());
        return new StreamsPage(body.rows(), body.cursor(), answer.receivedAt(), answer.isSimulated());
    }
}
