package io.streamgauge.web.page;

import io.streamgauge.analytics.Meta;
import io.streamgauge.analytics.Period;
import io.streamgauge.analytics.PeriodName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a period is compared with: an earlier time of the same length, cut to the part that has passed while the period runs.
 *
 * @param before the earlier time; the period itself where nothing is compared, which costs no further question
 * @param distance from the earlier time's start to the period's
 * @param name in words that follow "than" or "in"
 * @param isRunning whether the period has not ended yet
 * @param isNone whether nothing is to be compared
 */
public record Comparison(Period before, Duration distance, String name, boolean isRunning, boolean isNone) {

    /** Below this part of the period's own coverage an earlier one is no fair measure. */
    private static final double LEAST_COVERAGE = 0.9;

    /** With the time directly before. */
    public static Comparison of(Period period, Optional<PeriodName> name, Instant now) {
        String text = name.map(known -> named(known, Duration.ofSeconds(period.seconds())))
                .orElse("the same length of time before");
        return with(period.before().from(), text, period, now);
    }

    /** With the time from a moment on, named by words that follow "than" or "in". */
    public static Comparison with(Instant from, String name, Period period, Instant now) {
        boolean isRunning = now.isAfter(period.from()) && now.isBefore(period.to());
        Duration distance = Duration.between(from, period.from());
        Instant measuredTo = isRunning ? now : period.to();
        Period before = new Period(from, measuredTo.minus(distance));
        return new Comparison(before, distance, isRunning ? name + " up to the same time" : name, isRunning, false);
    }

    /** With nothing. */
    public static Comparison none(Period period, Instant now) {
        boolean isRunning = now.isAfter(period.from()) && now.isBefore(period.to());
        return new Comparison(period, Duration.ZERO, "", isRunning, true);
    }

    private static String named(PeriodName name, Duration length) {
        return switch (name) {
            case HOUR, LAST_HOUR -> "the hour before";
            case DAY, LAST_DAY -> "the day before";
            case WEEK, LAST_WEEK -> "the week before";
            case MONTH -> "the " + length.toDays() + " days before";
        };
    }

    /** What changes are against, as a sentence that follows another; empty where nothing is compared. */
    String sentence() {
        return isNone ? "" : " Changes are against " + name + ".";
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
        if (isNone) {
            return Optional.of(Change.NONE);
        }
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
        return !isNone && earlierMeta.coverage() > 0 && earlierMeta.coverage() >= LEAST_COVERAGE * meta.coverage();
    }

    /** Why rows of a ranking tell no change where the comparison is not fair. */
    Change unfair() {
        return isNone ? Change.NONE : Change.unknown("no fair comparison");
    }
}
