package io.streamgauge.web.breaks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A time from which on the platform counts differently than before.
 *
 * @param at to the second, in UTC
 * @param title in a few words
 * @param change what was changed
 * @param effect what it did to figures, as far as that is known
 * @param source where that can be read, an address on the web
 */
public record Break(Instant at, String title, String change, String effect, String source) {

    /** What tells it from others within an address: its day and title. */
    public String id() {
        String words = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return at.atZone(ZoneOffset.UTC).toLocalDate() + "-" + words;
    }
}
