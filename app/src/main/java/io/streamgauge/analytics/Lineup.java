package io.streamgauge.analytics;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Some channels, categories or languages side by side over one period, in the order in which they were asked for.
 *
 * @param kind {@code channels}, {@code categories} or {@code languages}
 */
public record Lineup(Meta meta, String kind, List<Row> rows) {

    /** The most that stand side by side. */
    public static final int MOST = 5;

    /** What is compared with its like. */
    public enum Kind {
        CHANNELS,
        CATEGORIES,
        LANGUAGES;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst();
        }
    }

    /**
     * One of them.
     *
     * @param name the newest one seen; a language's code
     * @param login of a channel, else null
     * @param summary empty where nobody streamed in the period
     * @param rank its place among all of its kind by hours watched, empty likewise, and for channels as in their report
     */
    public record Row(
            String id,
            String name,
            String login,
            Optional<Summary> summary,
            Optional<ChannelReport.Rank> rank,
            List<Point> series) {}

    /** A row, and how well its period is known. */
    public record Standing(Meta meta, Row row) {}

    /**
     * Figures of a period, as the metric standard says for its kind.
     *
     * @param averageChannels null for a channel
     * @param uniqueChannels null for a channel
     */
    public record Summary(
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            Instant peakAt,
            double averageViewers,
            double airtimeHours,
            Double averageChannels,
            Long uniqueChannels) {}

    /** What holds from {@code at} until {@code until}; offline or unobserved between points that do not touch. */
    public record Point(Instant at, Instant bridgedFrom, Instant until, long viewers, long channels) {

        static Point of(Held held, io.streamgauge.duckdb.Row row) {
            return new Point(
                    held.at(), held.bridgedFrom(), held.until(), row.number("viewers"), row.number("channels"));
        }
    }
}
