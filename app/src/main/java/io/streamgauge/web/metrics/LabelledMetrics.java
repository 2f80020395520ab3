package io.streamgauge.web.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.streamgauge.analytics.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Metrics whose labels come from the lake: those that it no longer names vanish. */
final class LabelledMetrics {

    private static final Duration RECENT = Duration.ofHours(24);

    private final MeterRegistry registry;
    private final Map<Metric, MultiGauge> gauges = new EnumMap<>(Metric.class);

    LabelledMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void show(Status status) {
        show(
                Metric.CRAWL_CALLS,
                status.newestCrawl().stream()
                        .flatMap(crawl -> crawl.calls().entrySet().stream())
                        .map(call -> row(call.getValue(), "outcome", call.getKey()))
                        .toList());
        show(Metric.SLOTS, slots(status.slots()));
        show(Metric.RECENT_SLOTS, recent(status));
        show(
                Metric.EXPECTATION_FAILED,
                status.quality().stream()
                        .map(one -> row(one.failed(), "expectation", one.expectation(), "severity", one.severity()))
                        .toList());
        show(
                Metric.EXPECTATION_BROKEN,
                status.quality().stream()
                        .map(one -> row(one.broken(), "expectation", one.expectation(), "severity", one.severity()))
                        .toList());
        show(
                Metric.TABLE_ROWS,
                status.tables().stream()
                        .map(table -> row(table.rows(), "table", table.name()))
                        .toList());
        show(
                Metric.TABLE_BYTES,
                status.tables().stream()
                        .map(table -> row(table.bytes(), "table", table.name()))
                        .toList());
    }

    private static List<MultiGauge.Row<?>> slots(Status.Slots slots) {
        return List.of(
                row(slots.complete(), "state", "complete"),
                row(slots.partial(), "state", "partial"),
                row(slots.setApart(), "state", "set_apart"),
                row(slots.failed(), "state", "failed"),
                row(slots.untried(), "state", "untried"));
    }

    private static List<MultiGauge.Row<?>> recent(Status status) {
        Instant since = status.now().minus(RECENT);
        long all =
                status.missingSlots().stream().filter(at -> !at.isBefore(since)).count();
        List<Status.Trouble> tried = status.troubledSlots().stream()
                .filter(slot -> !slot.at().isBefore(since))
                .toList();
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (String state : List.of("partial", "set_apart", "failed")) {
            long count =
                    tried.stream().filter(slot -> slot.state().equals(state)).count();
            rows.add(row(count, "state", state));
        }
        rows.add(row(Math.max(0, all - tried.size()), "state", "untried"));
        return rows;
    }

    private void show(Metric metric, List<? extends MultiGauge.Row<?>> rows) {
        gauges.computeIfAbsent(metric, this::gauge).register(List.copyOf(rows), true);
    }

    private MultiGauge gauge(Metric metric) {
        return MultiGauge.builder(metric.text()).description(metric.meaning()).register(registry);
    }

    private static MultiGauge.Row<?> row(Number value, String... labels) {
        return MultiGauge.Row.of(Tags.of(labels), value);
    }
}
