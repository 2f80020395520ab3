package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A cursor that knows only where its page began: a call with it gets an empty page and the same cursor, for ever. */
final class HalfCursor {
    private static final String BEGINNING = "{\"b\":{\"Cursor\":\"";
    private static final String NO_END = "\"},\"a\":{\"Cursor\":\"\"}}";

    private HalfCursor() {}

    static String behind(Page page) {
        String begun = page.rows().cursorTo(page.numbers().get(0));
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString((BEGINNING + begun + NO_END).getBytes(StandardCharsets.UTF_8));
    }

    static boolean is(String cursor) {
        try {
            return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).endsWith(NO_END);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** The page that a query with such a cursor gets. */
    static Optional<Reply> answer(StreamsQuery query) {
        return query.after()
                .filter(HalfCursor::is)
                .map(cursor -> Reply.json(StreamJson.page(0, (place, json) -> {}, cursor)));
    }
}
