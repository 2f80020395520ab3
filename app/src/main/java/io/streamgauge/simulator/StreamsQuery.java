package io.streamgauge.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of Get Streams: any value within a filter, all filters at once; ids and logins are one filter. */
record StreamsQuery(
        int first,
        Optional<String> after,
        Optional<String> before,
        Set<String> userIds,
        Set<String> userLogins,
        Set<String> gameIds,
        Set<String> languages) {
    private static final int MOST_VALUES = 100;

    static StreamsQuery of(Query query) {
        for (String type : query.all("type")) {
            if (!type.equals("all") && !type.equals("live")) {
                throw Refusal.malformed("type", "the value must be one of all, live");
            }
        }
        Optional<String> after = query.one("after");
        Optional<String> before = query.one("before");
        if (after.isPresent() && before.isPresent()) {
            throw new Refusal(400, "The parameters \"after\" and \"before\" may not be used together");
        }
        return new StreamsQuery(
                first(query),
                after,
                before,
                values(query, "user_id"),
                values(query, "user_login"),
                values(query, "game_id"),
                values(query, "language"));
    }

    static int first(Query query) {
        int first;
        try {
            first = Integer.parseInt(query.one("first").orElse("20"));
        } catch (NumberFormatException notNumber) {
            throw Refusal.malformed("first", "the value must be an integer");
        }
        if (first > 100) {
            throw Refusal.malformed("first", "the value must be less than or equal to 100");
        }
        if (first < 1) {
            throw Refusal.malformed("first", "the value must be greater than or equal to 1");
        }
        return first;
    }

    boolean isUnfiltered() {
        return userIds.isEmpty() && userLogins.isEmpty() && gameIds.isEmpty() && languages.isEmpty();
    }

    boolean admitsUser(String id, String login) {
        return userIds.isEmpty() && userLogins.isEmpty() || userIds.contains(id) || userLogins.contains(login);
    }

    boolean admitsGame(String id) {
        return gameIds.isEmpty() || gameIds.contains(id);
    }

    boolean admitsLanguage(String code) {
        return languages.isEmpty() || languages.contains(code);
    }

    private static Set<String> values(Query query, String key) {
        List<String> values = query.all(key);
        if (values.size() > MOST_VALUES) {
            throw Refusal.malformed(key, "the number of values must be less than or equal to " + MOST_VALUES);
        }
        return Set.copyOf(values);
    }
}
