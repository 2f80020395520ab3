package io.streamgauge.analytics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What observations of a channel come to. */
record SeenSum(long viewerSeconds, long seconds, long peak, Instant peakAt) {

    /** @param seen at least one */
    static SeenSum of(List<Seen> seen) {
        Seen highest = seen.stream()
                .max(Comparator.comparingLong((Seen one) -> one.point().viewers())
                        .thenComparing(one -> one.held().at(), Comparator.reverseOrder()))
                .orElseThrow();
        return new SeenSum(
                seen.stream().mapToLong(Seen::viewerSeconds).sum(),
                seen.stream().mapToLong(one -> one.held().seconds()).sum(),
                highest.point().viewers(),
                highest.held().at());
    }

    double hoursWatched() {
        return viewerSeconds / 3600.0;
    }

    double airtimeHours() {
        return seconds / 3600.0;
    }

    double averageViewers() {
        return (double) viewerSeconds / seconds;
    }
}
