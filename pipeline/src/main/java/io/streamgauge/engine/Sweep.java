package io.streamgauge.engine;

import io.streamgauge.lake.Publication;
import io.streamgauge.lake.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes files that no state names: what killed runs, and runs that lost against another, have left. */
final class Sweep {

    private static final String MARK = "ledger/swept";

    /** A run that is under way has written files that no state names yet. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Workshop workshop;

    Sweep(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Once a day; tells how many files went. */
    int daily() {
        Instant now = workshop.ledger.clock().instant();
        Optional<byte[]> mark = workshop.store.read(MARK);
        boolean isDone = mark.map(bytes -> Instant.parse(new String(bytes, StandardCharsets.UTF_8)))
                .filter(then -> then.plus(YOUNG).isAfter(now))
                .isPresent();
        if (isDone || !workshop.store.replace(MARK, mark, now.toString().getBytes(StandardCharsets.UTF_8))) {
            return 0;
        }
        return delete(now.minus(YOUNG), List.of("tables/", "ledger/", "rewritten/"), retired());
    }

    /** At once, whatever their age, and also what readers of the state before may still look at. */
    int everythingUnnamed() {
        return delete(Instant.MAX, List.of("tables/", "rewritten/"), Set.of());
    }

    private Set<String> retired() {
        return workshop.ledger.retired();
    }

    private int delete(Instant before, List<String> folders, Set<String> spared) {
        Set<String> named = new HashSet<>(spared);
        Optional<Publication> current = workshop.ledger.current();
        current.ifPresent(state -> named.addAll(workshop.ledger.keys(state)));
        List<String> orphans = folders.stream()
                .flatMap(folder -> files(folder, before))
                .filter(key -> !named.contains(key))
                .distinct()
                .toList();
        orphans.forEach(workshop.store::delete);
        return orphans.size();
    }

    private Stream<String> files(String folder, Instant before) {
        return workshop.store.list(folder).stream()
                .filter(stored -> stored.putAt().isBefore(before))
                .map(Store.Stored::key)
                .filter(key ->
                        !key.startsWith("ledger/") || key.startsWith("ledger/days/") || key.startsWith("ledger/root-"));
    }
}
