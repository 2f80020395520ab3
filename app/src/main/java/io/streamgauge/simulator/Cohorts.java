package io.streamgauge.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the cohorts used last, so that times near each other are answered fast. */
final class Cohorts {
    private final Casting casting;
    private final Map<Long, Broadcast[]> kept;

    Cohorts(Casting casting, int capacity) {
        this.casting = casting;
        this.kept = new LinkedHashMap<>(capacity * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Broadcast[]> eldest) {
                return size() > capacity;
            }
        };
    }

    Broadcast[] of(long hour) {
        synchronized (kept) {
            Broadcast[] known = kept.get(hour);
            if (known != null) {
                return known;
            }
        }
        Broadcast[] made = Cohort.of(casting, hour);
        synchronized (kept) {
            Broadcast[] earlier = kept.putIfAbsent(hour, made);
            return earlier == null ? made : earlier;
        }
    }
}
