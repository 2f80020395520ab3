package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import io.streamgauge.model.Check;
import io.streamgauge.model.Checks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What checks found over the last seven days. */
final class LakeQuality {

    private static final Duration LOOKED_AT = Duration.ofDays(7);

    private static final String COUNTED = """
            select
                expectation,
                any_value(severity) as severity,
                count(*) as snapshots,
                count(*) filter (where not passed) as failed,
                cast(sum(broken) as bigint) as broken,
                max(snapshot_at) filter (where not passed) as last_failed_at,
                max_by(detail, snapshot_at) filter (where not passed) as detail
            from %s
            group by expectation
            """;

    private final View view;

    LakeQuality(View view) {
        this.view = view;
    }

    List<Status.Expectation> read() {
        Map<String, Check> checks =
                view.models().checks().stream().collect(Collectors.toMap(Check::name, Function.identity()));
        Span span = new Span(view.end().minus(LOOKED_AT), view.end());
        List<Status.Expectation> found = new ArrayList<>();
        for (String table : List.of(Checks.RESULTS, Checks.CHANGES)) {
            if (view.models().has(table)) {
                found.addAll(view.table(
                        COUNTED.formatted(table),
                        table,
                        span,
                        List.of(),
                        row -> new Status.Expectation(
                                row.text("expectation"),
                                row.text("severity"),
                                checks.containsKey(row.text("expectation"))
                                        ? checks.get(row.text("expectation")).sentence()
                                        : "",
                                row.number("snapshots"),
                                row.number("failed"),
                                row.number("broken"),
                                row.instant("last_failed_at"),
                                row.text("detail"))));
            }
        }
        found.sort(Comparator.comparing((Status.Expectation one) -> one.failed() == 0)
                .thenComparing(one -> List.of("fail", "quarantine", "warn").indexOf(one.severity()))
                .thenComparing(Status.Expectation::expectation));
        return found;
    }
}
