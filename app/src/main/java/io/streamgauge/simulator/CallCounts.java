package io.streamgauge.simulator;

import java.util.Map;
import java.util.TreeMap;

/** How many calls to Helix were answered how. */
final class CallCounts {
    private final Map<Integer, Integer> byStatus = new TreeMap<>();

    synchronized void count(int status) {
        byStatus.merge(status, 1, Integer::sum);
    }

    synchronized Map<Integer, Integer> byStatus() {
        return new TreeMap<>(byStatus);
    }
}
