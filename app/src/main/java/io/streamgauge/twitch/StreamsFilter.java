package io.streamgauge.twitch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which live streams are asked for: those with any of the languages, or of any of the channels, or all where both are empty.
 *
 * @param languages Twitch's codes, such as {@code en} or {@code other}
 * @param userIds at most {@value #MOST_VALUES}
 */
public record StreamsFilter(List<String> languages, List<String> userIds) {

    /** Values that Twitch takes in one call. */
    public static final int MOST_VALUES = 100;

    public static final StreamsFilter ALL = new StreamsFilter(List.of(), List.of());

    public StreamsFilter {
        languages = List.copyOf(languages);
        userIds = List.copyOf(userIds);
        if (languages.size() > MOST_VALUES || userIds.size() > MOST_VALUES) {
            throw new IllegalArgumentException("Twitch takes at most " + MOST_VALUES + " values of a filter, not "
                    + Math.max(languages.size(), userIds.size()));
        }
    }

    public static StreamsFilter language(String code) {
        return new StreamsFilter(List.of(code), List.of());
    }

    public static StreamsFilter channels(List<String> userIds) {
        return new StreamsFilter(List.of(), userIds);
    }

    /** As it goes on a query. */
    String parameters() {
        StringBuilder query = new StringBuilder();
        languages.forEach(code -> query.append("&language=").append(encoded(code)));
        userIds.forEach(id -> query.append("&user_id=").append(encoded(id)));
        return query.toString();
    }

    /** For people: {@code streams in 'en'}, {@code 100 channels' streams}. */
    String words() {
        int channels = userIds.size();
        String whose = channels == 0 ? "" : channels == 1 ? "1 channel's " : channels + " channels' ";
        String where =
                switch (languages.size()) {
                    case 0 -> "";
                    case 1 -> " in '" + languages.get(0) + "'";
                    default -> " in " + languages.size() + " languages";
                };
        return whose + "streams" + where;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
