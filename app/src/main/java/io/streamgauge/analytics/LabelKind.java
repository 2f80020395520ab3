package io.streamgauge.analytics;

import java.util.Arrays;
import java.util.Optional;

/** What categories are told apart by, as IGDB has it. */
public enum LabelKind {
    GENRE("genre", "genres"),
    THEME("theme", "themes"),
    MODE("mode", "modes"),
    /** How long before a snapshot the game was first released: exactly one at a time, where the release is known. */
    AGE("age", "ages");

    private final String text;
    private final String many;

    LabelKind(String text, String many) {
        this.text = text;
        this.many = many;
    }

    public String text() {
        return text;
    }

    /** Of several, also in addresses. */
    public String many() {
        return many;
    }

    /** Whether a category can have several at once. */
    public boolean isShared() {
        return this != AGE;
    }

    public static Optional<LabelKind> of(String many) {
        return Arrays.stream(values()).filter(kind -> kind.many.equals(many)).findFirst();
    }
}
