package io.streamgauge.analytics;

import java.time.Instant;

/**
 * How well an answer is known.
 *
 * @param coverage observed share of the period, 0 to 1; a period that reaches into the future is measured up to now
 * @param bridged the part of the coverage that lies further than the cadence from its snapshot, 0 to 1
 * @param captureRate share of the live broadcasts that the listing showed, or null where it was not measured
 * @param dataVersion name of the published state that the answer was computed from
 * @param standard version of the metric standard
 * @param simulated whether any snapshot of the period came from a simulator
 */
public record Meta(
        Instant from,
        Instant to,
        double coverage,
        double bridged,
        Double captureRate,
        String dataVersion,
        String standard,
        boolean simulated) {}
