package io.streamgauge.web;

import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.Releases;
import java.time.Instant;
import java.util.List;

/** Rows about what categories are, each kind under its own name. */
final class LabelRows {

    private LabelRows() {}

    private static Long id(Ranking.Label row) {
        return row.labelId() == 0 ? null : row.labelId();
    }

    /** @param genreId IGDB's, null for the categories without any */
    record Genre(
            long rank,
            Long genreId,
            String genre,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            Long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share) {

        static Genre of(Ranking.Label row) {
            return new Genre(
                    row.rank(),
                    id(row),
                    row.name(),
                    row.hoursWatched(),
                    row.viewerSeconds(),
                    row.peakViewers(),
                    row.averageViewers(),
                    row.averageChannels(),
                    row.peakChannels(),
                    row.uniqueChannels(),
                    row.airtimeHours(),
                    row.viewersPerChannel(),
                    row.share());
        }
    }

    /** @param themeId IGDB's, null for the categories without any */
    record Theme(
            long rank,
            Long themeId,
            String theme,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            Long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share) {

        static Theme of(Ranking.Label row) {
            return new Theme(
                    row.rank(),
                    id(row),
                    row.name(),
                    row.hoursWatched(),
                    row.viewerSeconds(),
                    row.peakViewers(),
                    row.averageViewers(),
                    row.averageChannels(),
                    row.peakChannels(),
                    row.uniqueChannels(),
                    row.airtimeHours(),
                    row.viewersPerChannel(),
                    row.share());
        }
    }

    /** @param modeId IGDB's, null for the categories without any */
    record Mode(
            long rank,
            Long modeId,
            String mode,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            Long uniqueChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share) {

        static Mode of(Ranking.Label row) {
            return new Mode(
                    row.rank(),
                    id(row),
                    row.name(),
                    row.hoursWatched(),
                    row.viewerSeconds(),
                    row.peakViewers(),
                    row.averageViewers(),
                    row.averageChannels(),
                    row.peakChannels(),
                    row.uniqueChannels(),
                    row.airtimeHours(),
                    row.viewersPerChannel(),
                    row.share());
        }
    }

    /**
     * Games by the time since their first release; every category has one age at a time, so that shares add up to 1.
     *
     * @param place from the youngest on; null for what is no game or whose release is not known
     */
    record Age(
            long rank,
            Long place,
            String age,
            double hoursWatched,
            long viewerSeconds,
            long peakViewers,
            double averageViewers,
            double averageChannels,
            long peakChannels,
            double airtimeHours,
            double viewersPerChannel,
            double share) {

        static Age of(Ranking.Label row) {
            return new Age(
                    row.rank(),
                    id(row),
                    row.name(),
                    row.hoursWatched(),
                    row.viewerSeconds(),
                    row.peakViewers(),
                    row.averageViewers(),
                    row.averageChannels(),
                    row.peakChannels(),
                    row.airtimeHours(),
                    row.viewersPerChannel(),
                    row.share());
        }
    }

    /** One week of a game after its release. */
    record Week(
            long rank,
            String categoryId,
            String name,
            Instant firstReleaseAt,
            long week,
            Instant from,
            Instant to,
            boolean isOver,
            double hoursWatched,
            long viewerSeconds,
            Double averageViewers,
            long peakViewers,
            double coverage) {

        static List<Week> of(Releases.Row game) {
            return game.weeks().stream()
                    .map(week -> new Week(
                            game.rank(),
                            game.categoryId(),
                            game.name(),
                            game.firstReleaseAt(),
                            week.week(),
                            week.from(),
                            week.to(),
                            week.isOver(),
                            week.hoursWatched(),
                            week.viewerSeconds(),
                            week.averageViewers(),
                            week.peakViewers(),
                            week.coverage()))
                    .toList();
        }
    }
}
