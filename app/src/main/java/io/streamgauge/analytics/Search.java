package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds channels and categories by a part of a name. */
final class Search {

    private static final String FOUND = """
            select %1$s as id, max(last_seen_at) as last_seen_at,
                min(case when %2$s then 0 when %3$s then 1 else 2 end) as closeness
            from %4$s
            where %5$s
            group by %1$s
            order by closeness, last_seen_at desc, id
            limit ?
            """;

    private final View view;

    Search(View view) {
        this.view = view;
    }

    List<SearchResult.Channel> channels(String text, int limit) {
        String sought = text.toLowerCase(Locale.ROOT);
        List<Long> ids = view.channelNames(
                FOUND.formatted(
                        "channel_id",
                        "login = ? or lower(name) = ?",
                        "starts_with(login, ?) or starts_with(lower(name), ?)",
                        "channel_names",
                        "contains(login, ?) or contains(lower(name), ?)"),
                List.of(sought, sought, sought, sought, sought, sought, limit),
                row -> row.number("id"));
        Map<Long, ChannelReport.Identity> names = Names.channels(view, ids);
        return ids.stream()
                .map(names::get)
                .map(found ->
                        new SearchResult.Channel(found.channelId(), found.login(), found.name(), found.lastSeenAt()))
                .toList();
    }

    List<SearchResult.Category> categories(String text, int limit) {
        String sought = text.toLowerCase(Locale.ROOT);
        Map<String, String> names = Names.categories(view);
        return view.tables(
                FOUND.formatted(
                        "category_id",
                        "lower(name) = ?",
                        "starts_with(lower(name), ?)",
                        "silver_category_names",
                        "contains(lower(name), ?)"),
                List.of("silver_category_names"),
                List.of(sought, sought, sought, limit),
                row -> {
                    String id = row.text("id");
                    Instant lastSeenAt = row.instant("last_seen_at");
                    return new SearchResult.Category(id, names.getOrDefault(id, id), lastSeenAt);
                });
    }
}
