package io.streamgauge.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * What goes wrong, by rules that can be changed while calls are answered. Each rule has dice of its own, which follow
 * from the seed and the number of its occasion: the same calls in the same order meet the same faults, and a rule for
 * one language meets the same whatever order the other languages are asked in. Safe for use by several threads.
 */
public final class Faults {
    private final Map<Fault, AtomicInteger> happened = new EnumMap<>(Fault.class);
    private volatile Rules rules;

    Faults(long seed) {
        for (Fault fault : Fault.values()) {
            happened.put(fault, new AtomicInteger());
        }
        rules = new Rules(seed, List.of(), Map.of());
    }

    /** @param byFault the same rules again, looked up at every call */
    private record Rules(long seed, List<ActiveRule> all, Map<Fault, List<ActiveRule>> byFault) {

        Rules and(Fault fault, FaultRule rule) {
            rule.requireFor(fault);
            long key = Hash.of(Hash.of(seed, fault.name().hashCode()), all.size());
            List<ActiveRule> more = new ArrayList<>(all);
            more.add(new ActiveRule(fault, rule, key));
            Map<Fault, List<ActiveRule>> sorted = new EnumMap<>(Fault.class);
            more.forEach(active -> sorted.computeIfAbsent(active.fault(), any -> new ArrayList<>())
                    .add(active));
            return new Rules(seed, List.copyOf(more), sorted);
        }

        List<ActiveRule> of(Fault fault) {
            return byFault.getOrDefault(fault, List.of());
        }
    }

    /** @throws IllegalArgumentException if the rule does not fit the fault */
    public synchronized void add(Fault fault, FaultRule rule) {
        rules = rules.and(fault, rule);
    }

    public void once(Fault fault) {
        add(fault, FaultRule.once());
    }

    public void always(Fault fault) {
        add(fault, FaultRule.always());
    }

    /** @param chance of each call, of each row for a fault of rows, or the share of streams for one that lasts */
    public void withChance(Fault fault, double chance) {
        add(fault, FaultRule.always().withChance(chance));
    }

    /** Begins anew with the rules of a storm: everything sporadic, each with a small chance. */
    public void storm(long seed) {
        replace(seed, Storm.ORDERS);
    }

    /** Takes all rules away; what happened stays counted. */
    public void clear() {
        replace(seed(), List.of());
    }

    /** How often each fault has shown since the start, by rows for faults of rows; none that never did. */
    public Map<Fault, Integer> happened() {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        happened.forEach((fault, count) -> {
            if (count.get() > 0) {
                counts.put(fault, count.get());
            }
        });
        return counts;
    }

    /** A rule to be. */
    record Order(Fault fault, FaultRule rule) {}

    /** Begins anew with these rules, all of them or, where one does not fit, none. */
    synchronized void replace(long seed, List<Order> orders) {
        Rules fresh = new Rules(seed, List.of(), Map.of());
        for (Order order : orders) {
            fresh = fresh.and(order.fault(), order.rule());
        }
        rules = fresh;
    }

    long seed() {
        return rules.seed();
    }

    List<Order> orders() {
        return rules.all().stream()
                .map(active -> new Order(active.fault(), active.rule()))
                .toList();
    }

    /** To be asked only where the fault can show, since being asked is the occasion that rules count. */
    Optional<Strike> strike(Fault fault, Call call) {
        for (ActiveRule active : rules.of(fault)) {
            Optional<Strike> strike = active.strike(call);
            if (strike.isPresent()) {
                count(fault);
                return strike;
            }
        }
        return Optional.empty();
    }

    boolean strikes(Fault fault, Call call) {
        return strike(fault, call).isPresent();
    }

    /** For each fault of rows that may strike in this call's page: whether it strikes at a place. */
    Map<Fault, IntFunction<Optional<Strike>>> rowStrikes(Call call) {
        Map<Fault, IntFunction<Optional<Strike>>> strikes = new EnumMap<>(Fault.class);
        for (ActiveRule active : rules.all()) {
            if (active.fault().kind() == Fault.Kind.ROW) {
                active.rowStrikes(call)
                        .ifPresent(next -> strikes.merge(
                                active.fault(),
                                next,
                                (left, right) -> place -> left.apply(place).or(() -> right.apply(place))));
            }
        }
        return strikes;
    }

    /** The chance of a fault that lasts; 0 while it does not. */
    double share(Fault fault) {
        return rules.of(fault).stream().mapToDouble(ActiveRule::chance).max().orElse(0);
    }

    void count(Fault fault) {
        happened.get(fault).incrementAndGet();
    }
}
