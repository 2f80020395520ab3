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

    /** Whether it goes through a listing, rather than looking up channels. */
    boolean isListing() {
        return userIds.isEmpty() && userLogins.isEmpty();
    }

    boolean isUnfiltered() {
        return userIds.isEmpty() && userLogins.isEmpty() && gameIds.isEmpty() && languages.isEmpty();
    }

    /** Whether it asks for channels by name, and so for no walk. */
    boolean isLookup() {
        return !userIds.isEmpty() || !userLogins.isEmpty();
    }

    StreamsQuery inAnyLanguage() {
        return new StreamsQuery(first, after, before, userIds, userLogins, gameIds, Set.of());
    }

    boolean admits(Rows rows, int row) {
        return rows.isListed(row)
                && (languages.isEmpty() || languages.contains(rows.language(row)))
                && (!isLookup() || userIds.contains(rows.userId(row)) || userLogins.contains(rows.userLogin(row)))
                && (gameIds.isEmpty() || gameIds.contains(rows.gameId(row)));
    }

    private static Set<String> values(Query query, String key) {
        List<String> values = query.all(key);
        if (values.size() > MOST_VALUES) {
            throw Refusal.malformed(key, "the number of values must be less than or equal to " + MOST_VALUES);
        }
        return Set.copyOf(values);
    }
}
