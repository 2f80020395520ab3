package io.streamgauge.duckdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each thing was seen as from one snapshot to the next, such as a channel's names. Only what is seen now is held. */
final class Sightings<K, V> {

    private final Map<K, Seen<K, V>> current = new HashMap<>();
    private final List<Seen<K, V>> over = new ArrayList<>();

    /** A thing that was seen as the same from {@code first} to {@code last}. */
    record Seen<K, V>(K key, V value, Instant first, Instant last) {}

    void see(K key, V value, Instant at) {
        Seen<K, V> known = current.get(key);
        boolean isSame = known != null && known.value().equals(value);
        if (known != null && !isSame) {
            over.add(known);
        }
        current.put(key, new Seen<>(key, isSame ? known.value() : value, isSame ? known.first() : at, at));
    }

    /** Takes out what ended before a snapshot: things seen as something else by then, or not any more. */
    List<Seen<K, V>> endedBefore(Instant at) {
        current.values().removeIf(seen -> {
            boolean isOver = seen.last().isBefore(at);
            if (isOver) {
                over.add(seen);
            }
            return isOver;
        });
        List<Seen<K, V>> ended = List.copyOf(over);
        over.clear();
        return ended;
    }
}
