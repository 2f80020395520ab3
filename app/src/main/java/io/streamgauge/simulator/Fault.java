package io.streamgauge.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can go wrong with the simulated Twitch; {@link #effect()} says what a client sees of it. */
public enum Fault {
    CONNECTION_RESET(Kind.CALL, "The connection is cut in the middle of the answer's body."),
    TRUNCATED_JSON(Kind.CALL, "200 with a whole HTTP body, in which the JSON stops halfway."),
    EMPTY_500(Kind.CALL, "500 with an empty body."),
    HTML_503(Kind.CALL, "503 with a page of HTML and without the headers of the rate limit."),
    STALL(Kind.CALL, "The answer comes 20 seconds late."),
    TOKEN_REVOKED(Kind.CALL, "401, now and ever after, for the token of this call."),
    TOKEN_SERVICE_DOWN(Kind.CALL, "503 to whoever asks for a token."),
    RATE_429_EMPTY(Kind.CALL, "429 with no points left: the bucket was emptied at once."),
    RATE_429_POINTS_LEFT(Kind.CALL, "429 though the headers say that points are left."),
    SLOW_REFILL(
            Kind.STANDING,
            "The bucket refills at three quarters of the rate that the headers reckon with, so 429 comes with points left."),
    INVALID_CURSOR(Kind.CALL, "400 \"invalid cursor\" to a good cursor."),
    SHORT_PAGE(
            Kind.CALL, "A page of 40 to 60 per cent of its rows in mid-list; its cursor goes on behind its last row."),
    EMPTY_PAGE(Kind.CALL, "A page without rows in mid-list; its cursor leads to the rows that it should have shown."),
    HALF_CURSOR(
            Kind.CALL,
            "A page of 40 to 60 per cent of its rows with a cursor that leads to an empty page and itself for ever."),
    REPEATED_CURSOR(Kind.CALL, "A page that names the cursor that led to it."),
    WRAP(Kind.CALL, "The last page has a cursor, and that leads back to the first page."),
    WRAP_MID_LIST(Kind.CALL, "The cursor of a page in mid-list leads back to the first page."),
    EARLY_END(Kind.CALL, "A page without a cursor in mid-list."),
    DUPLICATE_ROWS(Kind.CALL, "A page begins with rows of the one before, up to a tenth of its own number."),
    FILTER_IGNORED(Kind.CALL, "A query for languages is answered with streams of all languages."),
    FILTER_EMPTY(Kind.CALL, "A query for languages is answered with an empty list."),
    UNKNOWN_LANGUAGE(
            Kind.STANDING,
            0.05,
            "Some streams (1 in 20 unless told otherwise, always the same) have the language \"xx\", and no query for"
                    + " another one finds them."),
    FLICKER(
            Kind.STANDING,
            0.5,
            "Streams younger than a minute are missing for ten seconds at a time (half of these unless told otherwise);"
                    + " not in recordings."),
    NULL_TAGS(Kind.ROW, "A row's tags are null."),
    EMPTY_CATEGORY(Kind.ROW, "A row's category has neither id nor name."),
    EMPTY_TITLE(Kind.ROW, "A row's title is empty."),
    NEW_FIELD(Kind.ROW, "A row has a field that nobody knows, an object with an object in it."),
    MISSING_FIELD(Kind.ROW, "A row lacks its viewer_count or its user_id."),
    NUMBER_AS_TEXT(Kind.ROW, "A row's viewer_count is text."),
    START_1970(Kind.ROW, "A row began on 1970-01-01."),
    UNTIDY_TEXT(
            Kind.ROW,
            "A row's title holds control characters, emoji, marks of direction and an escaped lone surrogate."),
    GARBAGE_ROW(Kind.ROW, "A row is null or an array."),
    ;

    /** What a rule's chance is one of. */
    enum Kind {
        CALL,
        ROW,
        /** Lasts as long as the rule; the chance is a share of streams. */
        STANDING
    }

    private final Kind kind;
    private final double usualChance;
    private final String effect;

    Fault(Kind kind, String effect) {
        this(kind, 1, effect);
    }

    Fault(Kind kind, double usualChance, String effect) {
        this.kind = kind;
        this.usualChance = usualChance;
        this.effect = effect;
    }

    /** One sentence. */
    public String effect() {
        return effect;
    }

    Kind kind() {
        return kind;
    }

    /** That of a rule that names none. */
    double usualChance() {
        return usualChance;
    }

    /** @throws IllegalArgumentException if there is none of this name; the message lists those that there are */
    public static Fault named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fault '" + name + "'; there are "
                        + Arrays.stream(values()).map(Fault::name).collect(Collectors.joining(", "))));
    }
}
