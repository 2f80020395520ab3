package io.streamgauge.web.page;

import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a period is compared with: the time directly before, cut to the part that has passed while the period runs.
 *
 * @param name in words that follow "than" or "in"
 * @param isRunning whether the period has not ended yet
 */
public record Comparison(Period before, Duration distance, String name, boolean isRunning) {

    /** Below this part of the period's own coverage an earlier one is no fair measure. */
    private static final double LEAST_COVERAGE = 0.9;

    public static Comparison of(Period period, Optional<PeriodName> name, Instant now) {
        Duration length = Duration.ofSeconds(period.seconds());
        boolean isRunning = now.isAfter(period.from()) && now.isBefore(period.to());
        Instant measuredTo = isRunning ? now : period.to();
        Period before = new Period(period.from().minus(length), measuredTo.minus(length));
        String text = name.map(known -> named(known, length)).orElse("the same length of time before");
        return new Comparison(before, length, isRunning ? text + " up to the same time" : text, isRunning);
    }

    private static String named(PeriodName name, Duration length) {
        return switch (name) {
            case HOUR, LAST_HOUR -> "the hour before";
            case DAY, LAST_DAY -> "the day before";
            case WEEK, LAST_WEEK -> "the week before";
            case MONTH -> "the " + length.toDays() + " days before";
        };
    }

    /** The change of a figure, or why there is none to tell. */
    Change change(Double now, Double earlier, Meta meta, Meta earlierMeta) {
        return obstacle(now, earlier, meta, earlierMeta).orElseGet(() -> Change.between(now, earlier, name));
    }

    /** The change of a share of one, in points of per cent, or why there is none to tell. */
    Change changeOfShare(Double now, Double earlier, Meta meta, Meta earlierMeta) {
        return obstacle(now, earlier, meta, earlierMeta).orElseGet(() -> Change.ofShare(now, earlier, name));
    }

    private Optional<Change> obstacle(Double now, Double earlier, Meta meta, Meta earlierMeta) {
        if (earlier == null || now == null || earlierMeta.coverage() == 0) {
            return Optional.of(Change.unknown("nothing was measured in " + name));
        }
        if (!isFair(meta, earlierMeta)) {
            return Optional.of(Change.unknown(
                    "only " + Numbers.percent(earlierMeta.coverage()) + " of " + name + " was measured"));
        }
        return Optional.empty();
    }

    boolean isFair(Meta meta, Meta earlierMeta) {
        return earlierMeta.coverage() > 0 && earlierMeta.coverage() >= LEAST_COVERAGE * meta.coverage();
    }
}
