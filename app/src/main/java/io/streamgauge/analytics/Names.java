package io.streamgauge.analytics;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names that ids carry now: the newest ones seen. */
final class Names {

    static final String NO_CATEGORY = "(none)";
    private static final String REMOVED = "(removed)";

    private Names() {}

    /** The newest names of some channels, by id, without those that they carried before. */
    static Map<Long, ChannelReport.Identity> channels(View view, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        Map<Long, ChannelReport.Identity> names = new HashMap<>();
        view.channelNames(
                        """
                        select
                            channel_id,
                            login,
                            name,
                            min(first_seen_at) over (partition by channel_id) as first_seen_at,
                            max(last_seen_at) over (partition by channel_id) as last_seen_at,
                            row_number() over (
                                partition by channel_id order by last_seen_at desc, first_seen_at desc, login, name
                            ) as place
                        from channel_names
                        where channel_id in (%s)
                        qualify place = 1
                        """.formatted(list),
                        List.of(),
                        row -> new ChannelReport.Identity(
                                String.valueOf(row.number("channel_id")),
                                row.text("login"),
                                row.text("name"),
                                List.of(),
                                row.instant("first_seen_at"),
                                row.instant("last_seen_at")))
                .forEach(identity -> names.put(Long.valueOf(identity.channelId()), identity));
        return names;
    }

    /**
     * The channel that an id or a login stands for, with all the names that it carried; of channels that carried a login the
     * one seen with it last.
     */
    static Optional<ChannelReport.Identity> channel(View view, String idOrLogin) {
        return newest(view, idOrLogin).map(identity -> identity.knownAs(formerNames(view, identity)));
    }

    private static List<String> formerNames(View view, ChannelReport.Identity identity) {
        return view.channelNames(
                """
                select name
                from channel_names
                where channel_id = ? and name <> ?
                group by name
                order by max(last_seen_at) desc, min(first_seen_at) desc, name
                """, List.of(Long.valueOf(identity.channelId()), identity.name()), row -> row.text("name"));
    }

    private static Optional<ChannelReport.Identity> newest(View view, String idOrLogin) {
        Optional<ChannelReport.Identity> byId = id(idOrLogin)
                .flatMap(id -> channels(view, List.of(id)).values().stream().findFirst());
        if (byId.isPresent()) {
            return byId;
        }
        return view.channelNames("""
                        select channel_id from channel_names
                        where login = lower(?)
                        order by last_seen_at desc, channel_id
                        limit 1
                        """, List.of(idOrLogin), row -> row.number("channel_id")).stream()
                .findFirst()
                .flatMap(id -> channels(view, List.of(id)).values().stream().findFirst());
    }

    /** The newest name of every category, by id. */
    static Map<String, String> categories(View view) {
        return view.answer("newest category names", () -> {
            Map<String, String> newest = new HashMap<>();
            newest.put("", NO_CATEGORY);
            ofCategories(view)
                    .forEach((id, names) -> newest.put(id, names.get(0).name()));
            return newest;
        });
    }

    /** A category with all the names that it carried; that without a name was always there. */
    static Optional<CategoryReport.Identity> category(View view, String id) {
        if (id.isEmpty()) {
            return Optional.of(new CategoryReport.Identity("", NO_CATEGORY, List.of(), null, null));
        }
        return Optional.ofNullable(ofCategories(view).get(id))
                .map(names -> new CategoryReport.Identity(
                        id,
                        names.get(0).name(),
                        names.stream().skip(1).map(Named::name).toList(),
                        names.stream()
                                .map(Named::firstSeenAt)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        names.get(0).lastSeenAt()));
    }

    private record Named(String categoryId, String name, Instant firstSeenAt, Instant lastSeenAt) {}

    /** The names of every category, by id, the newest first: read once for all, since there are few. */
    private static Map<String, List<Named>> ofCategories(View view) {
        return view.answer("category names", () -> view
                .tables(
                        """
                        select
                            category_id,
                            name,
                            min(first_seen_at) as first_seen_at,
                            max(last_seen_at) as last_seen_at
                        from silver_category_names
                        group by category_id, name
                        order by last_seen_at desc, first_seen_at desc, name desc
                        """,
                        List.of("silver_category_names"),
                        List.of(),
                        row -> new Named(
                                row.text("category_id"),
                                row.text("name"),
                                row.instant("first_seen_at"),
                                row.instant("last_seen_at")))
                .stream()
                .collect(Collectors.groupingBy(Named::categoryId)));
    }

    /** What stands for a channel whose name is not kept: its id, or that it was removed. */
    static String unnamed(String channelId) {
        return channelId.startsWith("-") ? REMOVED : channelId;
    }

    /** The id that a text can be. */
    static Optional<Long> id(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
