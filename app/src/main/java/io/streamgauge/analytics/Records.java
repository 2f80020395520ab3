package io.streamgauge.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The highest figures of all history held.
 *
 * @param meta from the first snapshot to the end of the newest one's reach
 */
public record Records(Meta meta, List<Peak> peaks) {

    /** What was highest. */
    public enum Kind {
        PLATFORM_VIEWERS,
        PLATFORM_CHANNELS,
        CHANNEL_VIEWERS,
        CATEGORY_VIEWERS;

        /** As the API says it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A highest figure and when it was reached first.
     *
     * @param value viewers or channels at one time
     * @param coverage observed share of the UTC day that it was reached on, as far as that has passed, 0 to 1
     * @param id of the channel or category; null for the platform, as is {@code name}
     */
    public record Peak(Kind kind, long value, Instant at, double coverage, String id, String name) {}
}
