package io.streamgauge.web;

import io.streamgauge.analytics.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts a period into the reaches of its snapshots. */
final class FakeSteps {

    /** @param bridgedFrom null where nothing of it is bridged */
    record Reach(Instant snapshot, Instant at, Instant bridgedFrom, Instant until) {

        long seconds() {
            return until.getEpochSecond() - at.getEpochSecond();
        }

        long bridgedSeconds() {
            return bridgedFrom == null ? 0 : until.getEpochSecond() - bridgedFrom.getEpochSecond();
        }
    }

    private FakeSteps() {}

    static List<Reach> reaches(Period period, Instant newest, long cadence, List<Instant> missing) {
        List<Reach> reaches = new ArrayList<>();
        long first = Math.floorDiv(period.from().getEpochSecond(), cadence) * cadence - 2 * cadence;
        for (long second = first; second <= newest.getEpochSecond(); second += cadence) {
            Instant snapshot = Instant.ofEpochSecond(second);
            if (missing.contains(snapshot) || !snapshot.isBefore(period.to())) {
                continue;
            }
            boolean isBridging = missing.contains(snapshot.plusSeconds(cadence));
            Instant until = snapshot.plusSeconds(isBridging ? 2 * cadence : cadence);
            if (!until.isAfter(period.from())) {
                continue;
            }
            Instant at = snapshot.isBefore(period.from()) ? period.from() : snapshot;
            Instant end = until.isAfter(period.to()) ? period.to() : until;
            Instant bridgedFrom = isBridging ? snapshot.plusSeconds(cadence) : null;
            reaches.add(new Reach(snapshot, at, bridgedFrom, end));
        }
        return reaches;
    }
}
