package io.streamgauge.collector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the listing is crawled. */
public enum CrawlMode {
    /** One walk over all streams: the reference. */
    WALK,
    /** A walk for each language, several at once, compared with an unfiltered walk from time to time. */
    LANGUAGES;

    /** As in settings and crawl records. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CrawlMode> named(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findFirst();
    }
}
