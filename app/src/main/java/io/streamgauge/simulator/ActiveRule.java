package io.streamgauge.simulator;

import java.util.Optional;
import java.util.function.IntFunction;

/** A rule at work. Its dice depend on its key and the number of the occasion alone. */
final class ActiveRule {
    private final Fault fault;
    private final FaultRule rule;
    private final double chance;
    private final long key;
    private long occasions;
    private int struck;

    ActiveRule(Fault fault, FaultRule rule, long key) {
        this.fault = fault;
        this.rule = rule;
        this.chance = rule.chance().orElse(fault.usualChance());
        this.key = key;
    }

    Fault fault() {
        return fault;
    }

    FaultRule rule() {
        return rule;
    }

    double chance() {
        return chance;
    }

    synchronized Optional<Strike> strike(Call call) {
        return rule.fits(call) && occasions++ >= rule.afterCalls() ? drawn(Hash.of(key, occasions)) : Optional.empty();
    }

    /** For each place in the page that answers the call. */
    synchronized Optional<IntFunction<Optional<Strike>>> rowStrikes(Call call) {
        if (struck >= rule.times() || !rule.fits(call) || occasions++ < rule.afterCalls()) {
            return Optional.empty();
        }
        long page = Hash.of(key, occasions);
        return Optional.of(place -> drawn(Hash.of(page, place)));
    }

    private synchronized Optional<Strike> drawn(long dice) {
        if (struck >= rule.times() || Hash.unit(dice) >= chance) {
            return Optional.empty();
        }
        struck++;
        return Optional.of(new Strike(Hash.mix(dice)));
    }
}
