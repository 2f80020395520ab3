package io.streamgauge.web.page;

import io.streamgauge.analytics.CategoryReport;
import io.streamgauge.analytics.ChannelReport;
import io.streamgauge.analytics.LabelReport;
import io.streamgauge.analytics.Lineup;
import io.streamgauge.analytics.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A value that holds from {@code at} until {@code until}, bridged from {@code bridgedFrom} on, which may be null. */
public record Step(Instant at, Instant bridgedFrom, Instant until, double value) {

    static List<Step> viewers(Totals totals) {
        return totals.series().stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.viewers()))
                .toList();
    }

    static List<Step> channels(Totals totals) {
        return totals.series().stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.channels()))
                .toList();
    }

    static List<Step> viewers(List<ChannelReport.Point> series) {
        return series.stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.viewers()))
                .toList();
    }

    static List<Step> viewers(CategoryReport report) {
        return report.series().stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.viewers()))
                .toList();
    }

    static List<Step> viewers(LabelReport report) {
        return report.series().stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.viewers()))
                .toList();
    }

    static List<Step> viewers(Lineup.Row row) {
        return row.series().stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.viewers()))
                .toList();
    }

    static List<Step> channels(CategoryReport report) {
        return report.series().stream()
                .map(point -> new Step(point.at(), point.bridgedFrom(), point.until(), point.channels()))
                .toList();
    }

    static List<Step> shifted(List<Step> steps, Duration by) {
        return steps.stream()
                .map(step -> new Step(
                        step.at.plus(by),
                        step.bridgedFrom == null ? null : step.bridgedFrom.plus(by),
                        step.until.plus(by),
                        step.value))
                .toList();
    }

    boolean touches(Step next) {
        return !until.isBefore(next.at);
    }

    boolean isBridged() {
        return bridgedFrom != null && bridgedFrom.isBefore(until);
    }
}
