package io.streamgauge.bench;

import io.streamgauge.analytics.Analytics;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import io.streamgauge.analytics.RankedBy;
import io.streamgauge.analytics.RankingQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random requests over a history, the same for the same seed. */
final class Requests {

    private static final List<Integer> LIMITS = List.of(10, 50, 100);

    private final Random random;
    private final Analytics analytics;
    private final Instant from;
    private final Instant to;

    Requests(long seed, Analytics analytics, Instant from, Instant to) {
        this.random = new Random(seed);
        this.analytics = analytics;
        this.from = from;
        this.to = to;
    }

    /** One ranking of a period. */
    record Request(Period period, RankingQuery query) {}

    /** An hour, day, week or month around a random moment, or a window that ends with the newest snapshot. */
    Request standard() {
        PeriodName[] names = PeriodName.values();
        PeriodName name = names[random.nextInt(names.length)];
        Optional<Instant> at = name.isRolling() ? Optional.empty() : Optional.of(moment());
        return new Request(analytics.period(name, at), query());
    }

    /** Any two seconds of the history. */
    Request arbitrary() {
        while (true) {
            Instant one = moment();
            Instant other = moment();
            if (one.isBefore(other)) {
                return new Request(new Period(one, other), query());
            }
        }
    }

    /** The year, or all that there is, that ends at some moment of the last day. */
    Period year() {
        Instant end = to.minusSeconds(random.nextInt(86_400));
        Instant start = end.minus(Duration.ofDays(365));
        return new Period(start.isBefore(from) ? from : start, end);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private RankingQuery query() {
        RankedBy[] metrics = RankedBy.values();
        return RankingQuery.top(metrics[random.nextInt(metrics.length)], LIMITS.get(random.nextInt(LIMITS.size())));
    }

    private Instant moment() {
        return from.plusSeconds(
                (long) (random.nextDouble() * Duration.between(from, to).toSeconds()));
    }
}
