package io.streamgauge.lake;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a crawl did and how it ended; travels inside the snapshot's file.
 *
 * @param snapshotAt the slot that the crawl was taken for
 * @param startedAt time of its first call
 * @param endedAt time of its last answer
 * @param cadenceSeconds the planned distance between snapshots, in seconds
 * @param mode how the listing was walked: {@code walk} or {@code languages}
 * @param complete whether the walk reached the end of the listing
 * @param reason why it is partial, or null where it is complete
 * @param pages pages received
 * @param rows rows received, repeats included
 * @param duplicates rows whose stream had come before in this crawl
 * @param recovered streams missing from the listing and found live by a direct query; they are in the snapshot
 * @param malformed rows that did not fit the expected form
 * @param calls calls by outcome, for example {@code {"200": 1004, "429": 2}}
 * @param throttledSeconds seconds spent waiting for the rate limit
 * @param simulated whether the answers came from a simulator
 * @param points points of the rate limit that the calls took, or null where they were not counted
 * @param capture how much of the platform the listing showed, or null where nothing was asked directly
 * @param languages how the walks by language went, or null where there were none
 */
public record CrawlRecord(
        Instant snapshotAt,
        Instant startedAt,
        Instant endedAt,
        long cadenceSeconds,
        String mode,
        boolean complete,
        String reason,
        int pages,
        int rows,
        int duplicates,
        int recovered,
        int malformed,
        Map<String, Integer> calls,
        double throttledSeconds,
        boolean simulated,
        Integer points,
        Capture capture,
        Languages languages) {

    /**
     * How much of the platform the listing showed.
     *
     * @param listed streams that the listing showed, each counted once
     * @param asked channels asked for directly because they were live before and the listing lacks them
     * @param missed streams thought to have been live that neither the listing nor the direct queries showed; an estimate,
     *     or null where there is nothing to estimate it by
     */
    public record Capture(int listed, int asked, Integer missed) {}

    /**
     * How walks by language went.
     *
     * @param rows rows received by language asked for
     * @param sinceControl snapshots since walks by language were last compared with a whole unfiltered walk, 0 where that
     *     was done now, null where it never was
     * @param fallback why walking by language was given up for now, or null
     */
    public record Languages(Map<String, Integer> rows, Integer sinceControl, String fallback) {}

    /** A crawl of which only what one unfiltered walk tells is known. */
    public CrawlRecord(
            Instant snapshotAt,
            Instant startedAt,
            Instant endedAt,
            long cadenceSeconds,
            String mode,
            boolean complete,
            String reason,
            int pages,
            int rows,
            int duplicates,
            int recovered,
            int malformed,
            Map<String, Integer> calls,
            double throttledSeconds,
            boolean simulated) {
        this(
                snapshotAt,
                startedAt,
                endedAt,
                cadenceSeconds,
                mode,
                complete,
                reason,
                pages,
                rows,
                duplicates,
                recovered,
                malformed,
                calls,
                throttledSeconds,
                simulated,
                null,
                null,
                null);
    }

    /**
     * Share of the live streams that the listing showed, 0 to 1, by the metric standard: listed / (listed + recovered +
     * missed). Empty where it was not measured.
     */
    public OptionalDouble captureRate() {
        if (!knowsCapture()) {
            return OptionalDouble.empty();
        }
        double live = (double) capture.listed() + unlisted();
        return live == 0 ? OptionalDouble.empty() : OptionalDouble.of(capture.listed() / live);
    }

    /** Whether it was measured how much the listing showed. */
    public boolean knowsCapture() {
        return capture != null && capture.missed() != null;
    }

    /** Live streams that the listing did not show: those recovered and those missed, where that is known. */
    public int unlisted() {
        return recovered + capture.missed();
    }

    public SnapshotId id() {
        return SnapshotId.at(snapshotAt);
    }
}
