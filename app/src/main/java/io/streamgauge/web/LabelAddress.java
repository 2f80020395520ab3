package io.streamgauge.web;

import io.streamgauge.analytics.LabelKind;
import java.util.Optional;

/** Where genres, themes and modes lie: at IGDB's id, and the categories without any at a word. */
final class LabelAddress {

    private static final String NONE = "none";
    private static final String ID = "[1-9]\\d{0,17}";

    private LabelAddress() {}

    static String path(LabelKind kind, long id) {
        return "/" + kind.many() + "/" + segment(id);
    }

    static String segment(long id) {
        return id == 0 ? NONE : Long.toString(id);
    }

    /** Empty where the text is no id. */
    static Optional<Long> id(String segment) {
        if (segment.equals(NONE)) {
            return Optional.of(0L);
        }
        return segment.matches(ID) ? Optional.of(Long.valueOf(segment)) : Optional.empty();
    }
}
