package io.streamgauge.simulator;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a fault happens. Only occasions count: calls of the rule's kind at which the fault can show, so that a fault of
 * cursors passes over pages that have none.
 *
 * @param chance of each occasion, or of each row for a fault of rows, above 0 and up to 1; the fault's own if empty
 * @param times after so many the rule is spent
 * @param afterCalls so many occasions pass first
 * @param language only calls that ask for this language
 * @param path only calls of this path, such as {@code /helix/games}
 */
public record FaultRule(
        OptionalDouble chance,
        int times,
        int afterCalls,
        Optional<String> language,
        Optional<String> path,
        Pages pages) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    /** Which pages of a walk a rule is about. */
    public enum Pages {
        ANY,
        /** Called without a cursor. */
        FIRST,
        /** Called with a cursor. */
        LATER
    }

    public FaultRule {
        chance.ifPresent(share -> {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("A fault's chance lies above 0 and not above 1, not at " + share);
            }
        });
        if (times < 1) {
            throw new IllegalArgumentException("A fault happens at least 1 time, not " + times);
        }
        if (afterCalls < 0) {
            throw new IllegalArgumentException("A fault comes after 0 or more calls, not after " + afterCalls);
        }
    }

    public static FaultRule always() {
        return new FaultRule(OptionalDouble.empty(), UNLIMITED, 0, Optional.empty(), Optional.empty(), Pages.ANY);
    }

    public static FaultRule once() {
        return always().times(1);
    }

    public FaultRule withChance(double other) {
        return new FaultRule(OptionalDouble.of(other), times, afterCalls, language, path, pages);
    }

    public FaultRule times(int other) {
        return new FaultRule(chance, other, afterCalls, language, path, pages);
    }

    public FaultRule afterCalls(int other) {
        return new FaultRule(chance, times, other, language, path, pages);
    }

    public FaultRule inLanguage(String code) {
        return new FaultRule(chance, times, afterCalls, Optional.of(code), path, pages);
    }

    public FaultRule onPath(String other) {
        return new FaultRule(chance, times, afterCalls, language, Optional.of(other), pages);
    }

    public FaultRule on(Pages other) {
        return new FaultRule(chance, times, afterCalls, language, path, other);
    }

    boolean fits(Call call) {
        boolean later = call.query().one("after").isPresent();
        return (pages == Pages.ANY || later == (pages == Pages.LATER))
                && language.map(call.query().all("language")::contains).orElse(true)
                && path.map(call.path()::equals).orElse(true);
    }

    /** @throws IllegalArgumentException if the fault lasts as long as its rule, so that no call can be singled out */
    void requireFor(Fault fault) {
        if (fault.kind() == Fault.Kind.STANDING
                && !equals(chance.isPresent() ? always().withChance(chance.getAsDouble()) : always())) {
            throw new IllegalArgumentException(
                    fault + " lasts as long as its rule: leave out everything but its chance");
        }
    }
}
