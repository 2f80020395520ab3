package io.streamgauge.web;

import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import io.streamgauge.analytics.SearchResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** The made-up channels and categories, and what they come to over a number of hours. */
final class FakeWorld {

    static final int CHANNELS = 4_000;

    record Channel(long number, String id, String login, String name, double share, double airtime) {}

    record Category(long number, String id, String name, double share) {}

    private static final double PLATFORM_VIEWERS = 2_310_000;

    private final List<Channel> channels = FakeNames.channels(CHANNELS);
    private final List<Category> categories = FakeNames.categories();

    List<Channel> channels() {
        return channels;
    }

    List<Category> categories() {
        return categories;
    }

    Optional<Channel> find(String idOrLogin) {
        return channels.stream()
                .filter(channel ->
                        channel.id().equals(idOrLogin) || channel.login().equals(idOrLogin))
                .findFirst();
    }

    Ranking<Ranking.Channel> channels(Meta meta, double hours, RankingQuery query) {
        List<Ranking.Channel> rows = new ArrayList<>();
        double filter = query.category().isPresent() || query.language().isPresent() ? 0.25 : 1;
        for (Channel channel : hours == 0 ? List.<Channel>of() : channels) {
            double watched =
                    PLATFORM_VIEWERS * hours * channel.share() * wobble(channel.number(), hours, meta) * filter;
            double airtime = Math.max(0.25, hours * channel.airtime());
            double average = watched / airtime;
            rows.add(new Ranking.Channel(
                    0,
                    channel.id(),
                    channel.login(),
                    channel.name(),
                    watched,
                    Math.round(watched * 3600),
                    Math.round(average * (1.2 + channel.number() % 7 * 0.15)),
                    average,
                    airtime));
        }
        return ranked(
                meta,
                rows,
                query,
                channelOrder(query.by()),
                (rank, row) -> new Ranking.Channel(
                        rank,
                        row.channelId(),
                        row.login(),
                        row.name(),
                        row.hoursWatched(),
                        row.viewerSeconds(),
                        row.peakViewers(),
                        row.averageViewers(),
                        row.airtimeHours()),
                Math.round(PLATFORM_VIEWERS * hours * 3600));
    }

    Ranking<Ranking.Category> categories(Meta meta, double hours, RankingQuery query) {
        List<Ranking.Category> rows = new ArrayList<>();
        for (Category category : hours == 0 ? List.<Category>of() : categories) {
            double watched = PLATFORM_VIEWERS * hours * category.share() * wobble(category.number(), hours, meta);
            double average = watched / hours;
            double live = average / (12 + category.number() % 5 * 8);
            rows.add(new Ranking.Category(
                    0,
                    category.id(),
                    category.name(),
                    watched,
                    Math.round(watched * 3600),
                    Math.round(average * 1.4),
                    average,
                    live,
                    Math.round(live * 1.3) + 1,
                    Math.round(live * 5) + 1,
                    live * hours,
                    average / live,
                    average / PLATFORM_VIEWERS));
        }
        return ranked(
                meta,
                rows,
                query,
                categoryOrder(query.by()),
                (rank, row) -> new Ranking.Category(
                        rank,
                        row.categoryId(),
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
                        row.share()),
                Math.round(PLATFORM_VIEWERS * hours * 3600));
    }

    SearchResult search(Meta meta, String text, int limit) {
        String sought = text.toLowerCase(Locale.ROOT);
        return new SearchResult(
                meta,
                channels.stream()
                        .filter(channel -> (channel.login() + " " + channel.name())
                                .toLowerCase(Locale.ROOT)
                                .contains(sought))
                        .limit(limit)
                        .map(channel -> new SearchResult.Channel(
                                channel.id(), channel.login(), channel.name(), FakeAnalytics.NEWEST))
                        .toList(),
                categories.stream()
                        .filter(category ->
                                category.name().toLowerCase(Locale.ROOT).contains(sought))
                        .limit(limit)
                        .map(category ->
                                new SearchResult.Category(category.id(), category.name(), FakeAnalytics.NEWEST))
                        .toList());
    }

    private static <T> Ranking<T> ranked(
            Meta meta,
            List<T> rows,
            RankingQuery query,
            ToDoubleFunction<T> order,
            BiFunction<Long, T, T> withRank,
            long viewerSeconds) {
        rows.sort(Comparator.comparingDouble(order).reversed());
        List<T> shown = new ArrayList<>();
        for (int i = query.offset(); i < Math.min(rows.size(), query.offset() + query.limit()); i++) {
            shown.add(withRank.apply(i + 1L, rows.get(i)));
        }
        return new Ranking<>(meta, shown, rows.size(), viewerSeconds);
    }

    private static ToDoubleFunction<Ranking.Channel> channelOrder(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED -> Ranking.Channel::hoursWatched;
            case PEAK_VIEWERS -> Ranking.Channel::peakViewers;
            case AVERAGE_VIEWERS -> Ranking.Channel::averageViewers;
            case AIRTIME_HOURS -> Ranking.Channel::airtimeHours;
        };
    }

    private static ToDoubleFunction<Ranking.Category> categoryOrder(RankedBy by) {
        return switch (by) {
            case HOURS_WATCHED -> Ranking.Category::hoursWatched;
            case PEAK_VIEWERS -> Ranking.Category::peakViewers;
            case AVERAGE_VIEWERS -> Ranking.Category::averageViewers;
            case AIRTIME_HOURS -> Ranking.Category::airtimeHours;
        };
    }

    /** Each period treats each entry a little differently. */
    private static double wobble(long number, double hours, Meta meta) {
        return 1 + 0.12 * Math.sin(number * 7.3 + meta.from().getEpochSecond() / 86_400.0 + hours);
    }
}
