package io.streamgauge.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the tables of what checks found: a model for those that look at a snapshot by itself, another for those that compare
 * it with the one before.
 */
public final class Checks {

    /** A row for each snapshot and each check that looks at it by itself; computed before anything else. */
    public static final String RESULTS = "quality_results";

    /** A row for each snapshot and each check that compares it with what is known of others. */
    public static final String CHANGES = "quality_changes";

    private static final String COLUMNS = """
            '%s' as expectation,
                '%s' as severity,
                cast(coalesce(found.broken, 0) as bigint) as broken,
                coalesce(found.broken, 0) = 0 as passed,
                cast(found.detail as string) as detail""";

    private static final String BY_ITSELF = """
            select
                snapshots.snapshot_at,
                %s
            from snapshots
            left join (
            %s
            ) as found on snapshots.snapshot_at = found.snapshot_at""";

    private static final String COMPARED = """
            select
                hours.hour_at,
                snapshots.snapshot_at,
                %s
            from target_hours as hours
            inner join gold_snapshot_metrics as snapshots
                on snapshots.snapshot_at >= hours.hour_at
                and snapshots.snapshot_at < hours.hour_end
            left join (
            %s
            ) as found on snapshots.snapshot_at = found.snapshot_at""";

    private Checks() {}

    static List<Model> models(List<Check> checks) {
        Predicate<Check> comparing = check -> check.on().stream().anyMatch(name -> name.startsWith("gold_"));
        List<Check> compared = checks.stream().filter(comparing).toList();
        List<Check> byItself = checks.stream().filter(comparing.negate()).toList();
        compared.stream()
                .filter(check -> check.severity() != Check.Severity.WARN)
                .findFirst()
                .ifPresent(check -> {
                    throw new IllegalArgumentException("Check " + check.name() + " compares snapshots, so its severity"
                            + " must be warn: what a snapshot is compared with may still arrive");
                });
        return Stream.of(
                        model(
                                RESULTS,
                                Unit.SNAPSHOT,
                                List.of("snapshot_at", "expectation"),
                                List.of("snapshots"),
                                BY_ITSELF,
                                byItself),
                        model(
                                CHANGES,
                                Unit.HOUR,
                                List.of("hour_at", "snapshot_at", "expectation"),
                                List.of("target_hours", "gold_snapshot_metrics"),
                                COMPARED,
                                compared))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Model> model(
            String name, Unit unit, List<String> grain, List<String> inputs, String frame, List<Check> checks) {
        if (checks.isEmpty()) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>(inputs);
        checks.forEach(check -> all.addAll(check.on()));
        String sql = checks.stream()
                .map(check -> frame.formatted(
                        COLUMNS.formatted(check.name(), check.severity().text()), check.sql()))
                .collect(Collectors.joining("\n\nunion all\n\n"));
        return List.of(new Model(
                name,
                unit,
                "What the checks found, by snapshot.",
                grain,
                List.copyOf(all),
                grain,
                Map.of(),
                false,
                sql));
    }
}
