package io.streamgauge.web;

import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Ranking;
import io.streamgauge.analytics.RankingQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Made-up languages; a new one is heard in the newest days alone, and two change their places. */
final class FakeLanguages {

    private static final double PLATFORM_VIEWERS = 2_310_000;
    private static final List<String> CODES = List.of("en", "es", "zh-hk", "other", "x1");

    private FakeLanguages() {}

    static List<Lineup.Point> series(String code, List<FakeSteps.Reach> reaches, ToLongFunction<Instant> platform) {
        int place = CODES.indexOf(code);
        return place < 0
                ? List.of()
                : reaches.stream()
                        .map(reach -> point(reach, (platform.applyAsLong(reach.snapshot()) >> (place + 1))))
                        .toList();
    }

    private static Lineup.Point point(FakeSteps.Reach reach, long viewers) {
        return new Lineup.Point(reach.at(), reach.bridgedFrom(), reach.until(), viewers, viewers / 20);
    }

    static Ranking<Ranking.Language> of(Meta meta, double hours, RankingQuery query) {
        boolean isNow = !meta.to().isBefore(FakeAnalytics.NEWEST);
        List<String> codes = isNow ? CODES : List.of("en", "zh-hk", "es", "other");
        List<Ranking.Language> rows = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < codes.size() && hours > 0; i++) {
            double watched = PLATFORM_VIEWERS * hours * 0.5 / (1 << i);
            sum += watched;
            double average = watched / hours;
            rows.add(new Ranking.Language(
                    i + 1L,
                    codes.get(i),
                    watched,
                    Math.round(watched * 3600),
                    Math.round(average * 1.3),
                    average,
                    average / 20,
                    Math.round(average / 15),
                    Math.round(average / 4),
                    average / 20 * hours,
                    20,
                    0.5 / (i + 1),
                    Math.round(average / 9)));
        }
        int from = Math.min(query.offset(), rows.size());
        return new Ranking<>(
                meta,
                rows.subList(from, Math.min(rows.size(), from + query.limit())),
                rows.size(),
                Math.round(sum * 3600));
    }
}
