package io.streamgauge.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts side by side what is known of several of a kind. */
public final class Lineups {

    private final Analytics analytics;

    public Lineups(Analytics analytics) {
        this.analytics = analytics;
    }

    /** The ids of the most watched ones of a period, as many as can stand side by side. */
    public List<String> largest(Lineup.Kind kind, Period period) {
        RankingQuery query = RankingQuery.top(RankedBy.HOURS_WATCHED, Lineup.MOST);
        return switch (kind) {
            case CHANNELS ->
                analytics.channels(period, query).rows().stream()
                        .map(Ranking.Channel::channelId)
                        .toList();
            case CATEGORIES ->
                analytics.categories(period, query).rows().stream()
                        .map(Ranking.Category::categoryId)
                        .toList();
            case LANGUAGES ->
                analytics.languages(period, query).rows().stream()
                        .map(Ranking.Language::language)
                        .toList();
        };
    }

    /**
     * @param ids of channels ids or logins, of languages their codes; what is named twice stands once
     * @param unknown what to throw of an id that was never seen
     */
    public Lineup of(Lineup.Kind kind, List<String> ids, Period period, Function<String, RuntimeException> unknown) {
        List<Lineup.Row> rows = new ArrayList<>();
        Optional<Meta> meta = Optional.empty();
        for (String id : ids) {
            Lineup.Standing known = known(kind, id, period).orElseThrow(() -> unknown.apply(id));
            meta = Optional.of(known.meta());
            if (rows.stream().noneMatch(row -> row.id().equals(known.row().id()))) {
                rows.add(known.row());
            }
        }
        return new Lineup(
                meta.orElseGet(() -> analytics.totals(period, Grain.DAY).meta()), kind.text(), rows);
    }

    private Optional<Lineup.Standing> known(Lineup.Kind kind, String id, Period period) {
        return switch (kind) {
            case CHANNELS ->
                analytics.channel(id, period).map(report -> new Lineup.Standing(report.meta(), row(report)));
            case CATEGORIES -> analytics.categoryBeside(id, period);
            case LANGUAGES -> Optional.of(language(id, period));
        };
    }

    private static Lineup.Row row(ChannelReport report) {
        return new Lineup.Row(
                report.identity().channelId(),
                report.identity().name(),
                report.identity().login(),
                report.summary()
                        .map(summary -> new Lineup.Summary(
                                summary.hoursWatched(),
                                summary.viewerSeconds(),
                                summary.peakViewers(),
                                summary.peakAt(),
                                summary.averageViewers(),
                                summary.airtimeHours(),
                                null,
                                null)),
                report.rank(),
                report.series().stream()
                        .map(point ->
                                new Lineup.Point(point.at(), point.bridgedFrom(), point.until(), point.viewers(), 1))
                        .toList());
    }

    private Lineup.Standing language(String code, Period period) {
        Ranking<Ranking.Language> all =
                analytics.languages(period, RankingQuery.top(RankedBy.HOURS_WATCHED, RankingQuery.LARGEST_LIMIT));
        Optional<Ranking.Language> found =
                all.rows().stream().filter(row -> row.language().equals(code)).findFirst();
        List<Lineup.Point> series = found.isEmpty() ? List.of() : analytics.language(code, period);
        return new Lineup.Standing(
                all.meta(),
                new Lineup.Row(
                        code,
                        code,
                        null,
                        found.map(row -> summary(row, series)),
                        found.map(row -> new ChannelReport.Rank(row.rank(), all.total())),
                        series));
    }

    private static Lineup.Summary summary(Ranking.Language row, List<Lineup.Point> series) {
        return new Lineup.Summary(
                row.hoursWatched(),
                row.viewerSeconds(),
                row.peakViewers(),
                series.stream()
                        .max(Comparator.comparingLong(Lineup.Point::viewers)
                                .thenComparing(Lineup.Point::at, Comparator.reverseOrder()))
                        .map(Lineup.Point::at)
                        .orElse(null),
                row.averageViewers(),
                row.airtimeHours(),
                row.averageChannels(),
                row.uniqueChannels());
    }
}
