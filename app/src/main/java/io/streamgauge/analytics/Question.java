package io.streamgauge.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Something asked of a state about a period, which can be asked of a later state too.
 *
 * @param what tells questions about the same period apart
 */
record Question<T>(List<Object> what, Period period, BiFunction<View, Period, T> compute) {

    /** What it is remembered under. */
    Object key() {
        return List.of(what, period);
    }

    /**
     * The same question of a later state: a window that ended with the newest snapshot's reach, or the one before it, moves on
     * with that end.
     */
    Question<T> movedOn(Instant end, Instant newEnd) {
        boolean rolls = period.to().equals(end)
                || period.to().plusSeconds(period.seconds()).equals(end);
        if (!rolls) {
            return this;
        }
        Duration step = Duration.between(end, newEnd);
        return new Question<>(
                what, new Period(period.from().plus(step), period.to().plus(step)), compute);
    }

    /** The answer, from before where the part of the period that has passed is still the same. */
    T ask(View view) {
        return view.answer(List.of(key(), view.measured(period)), () -> compute.apply(view, period));
    }
}
