package io.streamgauge.web.page;

import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * How new the newest snapshot is.
 *
 * @param snapshot when it was taken, in UTC; empty where there is none
 * @param warning what should have been, where it is older than it should be
 */
public record Freshness(String snapshot, String age, String warning) {

    /** For pages that know nothing of the lake. */
    public static final Freshness UNKNOWN = new Freshness("", "", "");

    private static final int CADENCES_UNTIL_STALE = 3;

    public static Freshness of(Status status) {
        return status.newest().map(newest -> of(newest.snapshotAt(), status)).orElse(UNKNOWN);
    }

    private static Freshness of(Instant snapshotAt, Status status) {
        Duration age = Duration.between(snapshotAt, status.now());
        boolean isStale = age.toSeconds() > CADENCES_UNTIL_STALE * status.cadenceSeconds();
        String warning = isStale ? "; one every " + status.cadenceSeconds() / 60 + " minutes was planned" : "";
        return new Freshness(Times.moment(snapshotAt), Times.ago(age), warning);
    }

    public boolean isKnown() {
        return !snapshot.isEmpty();
    }

    public boolean isStale() {
        return !warning.isEmpty();
    }
}
