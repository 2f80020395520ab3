package io.streamgauge.web.page;

import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.Instant;

/** How new the newest snapshot is. */
public record Freshness(String sentence, boolean isStale) {

    private static final int CADENCES_UNTIL_STALE = 3;

    public static Freshness of(Status status) {
        if (status.newest().isEmpty()) {
            return new Freshness("No snapshot yet", false);
        }
        Instant at = status.newest().get().snapshotAt();
        Duration age = Duration.between(at, status.now());
        boolean isStale = age.toSeconds() > CADENCES_UNTIL_STALE * status.cadenceSeconds();
        String sentence = "Snapshot of " + Times.moment(at) + " UTC, " + Times.ago(age);
        if (isStale) {
            sentence += "; one every " + status.cadenceSeconds() / 60 + " minutes was planned";
        }
        return new Freshness(sentence, isStale);
    }
}
