package io.streamgauge.bench;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What readers and programs ask for: every page and its addresses of the API, over the periods that are one key away. */
final class PageRequests {

    private static final int FIRST = 10;
    private static final int ANY_IN = 500;
    private static final List<String> PERIODS = List.of("", "?period=last-hour", "?period=last-week");

    /** @param kind what is reported together */
    record Request(String kind, String address) {}

    private final List<Request> standard = new ArrayList<>();
    private final Instant from;
    private final Instant to;

    /** @param from the first moment of the history and {@code to} the last, between which any period lies */
    PageRequests(Analytics analytics, Instant from, Instant to) {
        this.from = from;
        this.to = to;
        Period day = analytics.period(PeriodName.LAST_DAY, Optional.empty());
        RankingQuery most = RankingQuery.top(RankedBy.HOURS_WATCHED, FIRST);
        List<String> channels = analytics.channels(day, most).rows().stream()
                .map(Ranking.Channel::channelId)
                .toList();
        List<String> categories = analytics.categories(day, most).rows().stream()
                .map(Ranking.Category::categoryId)
                .filter(id -> !id.isEmpty())
                .toList();
        over("overview", "/", "/api/v1/totals");
        over("channels", "/channels", "/api/v1/rankings/channels");
        over("categories", "/categories", "/api/v1/rankings/categories");
        over("languages", "/languages", "/api/v1/rankings/languages");
        over("compare", "/compare", "/api/v1/compare");
        channels.forEach(id -> over("channel", "/channels/" + id, "/api/v1/channels/" + id));
        categories.forEach(id -> over("category", "/categories/" + id, "/api/v1/categories/" + id));
        channels.forEach(id -> broadcast(analytics, id, day));
        for (int hours = 1; hours <= FIRST; hours++) {
            String at = "?at=" + to.minus(Duration.ofHours(hours));
            alone("moment", "/moment" + at, "/api/v1/moment" + at);
        }
        alone("search", "/search?q=a", "/search?q=1f", "/api/v1/search?q=z");
        alone("data", "/data", "/api/v1/status");
        alone("words", "/definitions", "/breaks", "/how", "/api/v1/breaks", "/api/v1/records");
    }

    private void over(String kind, String page, String api) {
        for (String period : PERIODS) {
            standard.add(new Request(kind, page + period));
            standard.add(new Request(kind + ", API", api + period));
        }
    }

    private void alone(String kind, String... addresses) {
        for (String address : addresses) {
            standard.add(new Request(address.startsWith("/api/") ? kind + ", API" : kind, address));
        }
    }

    private void broadcast(Analytics analytics, String channel, Period day) {
        analytics.channel(channel, day).map(ChannelReport::broadcasts).stream()
                .flatMap(List::stream)
                .limit(1)
                .map(found ->
                        "/channels/" + channel + "/broadcasts/" + found.broadcastId() + "?at=" + found.firstSeenAt())
                .forEach(address -> alone("broadcast", address, "/api/v1" + address));
    }

    /** Each once. */
    List<Request> each() {
        return List.copyOf(standard);
    }

    /** One of them, each kind as often as any other; one in five hundred over a period that nobody asked for before. */
    Request random(Random random) {
        if (random.nextInt(ANY_IN) == 0) {
            long seconds = Duration.between(from, to).toSeconds();
            long begin = random.nextInt((int) seconds - 120);
            long end = begin + 60 + random.nextInt((int) (seconds - begin - 60));
            return new Request(
                    "any period",
                    (random.nextBoolean() ? "/channels" : "/categories") + "?from=" + from.plusSeconds(begin) + "&to="
                            + from.plusSeconds(end));
        }
        List<String> kinds = standard.stream().map(Request::kind).distinct().toList();
        String kind = kinds.get(random.nextInt(kinds.size()));
        List<Request> alike =
                standard.stream().filter(each -> each.kind.equals(kind)).toList();
        return alike.get(random.nextInt(alike.size()));
    }
}
