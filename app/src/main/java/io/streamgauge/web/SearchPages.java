package io.streamgauge.web;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.SearchResult;
import io.streamgauge.analytics.Status;
import io.streamgauge.web.page.Address;
import io.streamgauge.web.page.SearchPage;
import io.streamgauge.web.page.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes the page that lists what a search found. */
final class SearchPages {

    private static final int HITS = 50;

    private final Analytics analytics;
    private final Frame frame;
    private final Map<String, String> state;

    /** @param state the period that the reader came from and goes on with */
    SearchPages(Analytics analytics, Frame frame, Map<String, String> state) {
        this.analytics = analytics;
        this.frame = frame;
        this.state = state;
    }

    SearchPage page(Status status, String text) {
        if (text.isEmpty()) {
            return page(status, text, List.of(), List.of(), "Type a part of a streamer's or a category's name.");
        }
        SearchResult result = analytics.search(text, HITS);
        return page(
                status,
                text,
                result.channels().stream().map(this::hit).toList(),
                result.categories().stream().map(this::hit).toList(),
                "Only what was seen live since the first snapshot can be found, at most " + HITS + " of each.");
    }

    private SearchPage page(
            Status status, String text, List<SearchPage.Hit> channels, List<SearchPage.Hit> categories, String note) {
        String title = text.isEmpty() ? "Search" : "Search: " + text;
        return new SearchPage(
                frame.around(title, status, text, state), text, channels, categories, note, dataHref(text));
    }

    private static String dataHref(String text) {
        return Address.of(Api.ROOT + "/search")
                .with(ApiParameter.Q.text(), text)
                .with(ApiParameter.SEARCH_LIMIT.text(), String.valueOf(HITS))
                .toString();
    }

    private SearchPage.Hit hit(SearchResult.Channel channel) {
        String login = channel.login().equalsIgnoreCase(channel.name()) ? "" : channel.login();
        String href = Address.of("/channels/" + Address.segment(channel.channelId()))
                .with(state)
                .toString();
        return new SearchPage.Hit(channel.name(), login, href, seen(channel.lastSeenAt()));
    }

    private SearchPage.Hit hit(SearchResult.Category category) {
        String href = Address.of(CategoryAddress.path(category.categoryId()))
                .with(state)
                .toString();
        return new SearchPage.Hit(category.name(), "", href, seen(category.lastSeenAt()));
    }

    private static String seen(Instant at) {
        return at == null ? "" : Times.full(at) + " UTC";
    }
}
