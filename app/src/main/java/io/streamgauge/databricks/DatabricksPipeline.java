package io.streamgauge.databricks;

import io.streamgauge.model.Check;
import io.streamgauge.model.Checks;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import io.streamgauge.model.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models as a Lakeflow Declarative Pipeline: landing as a streaming table, each model as a materialized view or a view
 * with its own text, expectations as constraints. Tables that only make a server quick are left out.
 */
public final class DatabricksPipeline {

    /** Provided by files of their own, since nobody runs the models for chosen periods there. */
    private static final List<String> PROVIDED = List.of(
            "landing",
            "snapshots",
            "horizon",
            "target_hours",
            "target_days",
            "target_periods",
            "target_pieces",
            "target_recent",
            "gold_recent_channels");

    private static final Set<Unit> LEFT_OUT = Set.of(Unit.OVER, Unit.LABELLED, Unit.LEARNT, Unit.MONTH, Unit.RECENT);

    private final Models models;

    public DatabricksPipeline(Models models) {
        this.models = models;
    }

    /** The pipeline's files by their names, each after those that it reads. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        selects().forEach((name, select) -> files.put(name + ".sql", statement(name, select)));
        return files;
    }

    /** The select of each table and view by its name, each after those that it reads. */
    public Map<String, String> selects() {
        Map<String, String> selects = new LinkedHashMap<>();
        models.all().stream().filter(this::isKept).forEach(model -> add(model.name(), selects, new LinkedHashSet<>()));
        return selects;
    }

    private void add(String name, Map<String, String> selects, Set<String> above) {
        if (selects.containsKey(name) || !above.add(name)) {
            return;
        }
        inputs(name).forEach(input -> add(input, selects, above));
        selects.put(name, isProvided(name) ? provided(name) : models.get(name).sql());
    }

    private List<String> inputs(String name) {
        return switch (name) {
            case "landing", "target_recent", "gold_recent_channels" -> List.of();
            case "snapshots" -> List.of("landing");
            case "horizon" -> List.of("gold_snapshot_metrics");
            case "target_hours" -> List.of("snapshots");
            case "target_days" -> List.of("target_hours");
            case "target_periods" -> List.of("snapshots", "target_hours", "target_days");
            case "target_pieces" -> List.of("target_periods");
            default -> models.get(name).inputs();
        };
    }

    /** Whether a model and all that it reads is there. */
    private boolean isKept(Model model) {
        return !LEFT_OUT.contains(model.unit())
                && model.inputs().stream()
                        .allMatch(input -> PROVIDED.contains(input) || models.has(input) && isKept(models.get(input)));
    }

    private static boolean isProvided(String name) {
        return PROVIDED.contains(name);
    }

    private static String provided(String name) {
        try (InputStream file = DatabricksPipeline.class.getResourceAsStream("/databricks/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own text of " + name, e);
        }
    }

    private String statement(String name, String select) {
        if (name.equals("landing")) {
            return head("STREAMING TABLE", name, "Rows as they landed.", List.of()) + "AS\n" + select + ";\n";
        }
        boolean isView = !isProvided(name) && models.get(name).isView();
        String comment = isProvided(name)
                ? "What the models are asked for."
                : models.get(name).description();
        return isView
                ? "CREATE TEMPORARY VIEW " + name + "\nCOMMENT " + quoted(comment) + "\nAS\n" + select + ";\n"
                : head("MATERIALIZED VIEW", name, comment, constraints(name)) + "AS\n" + select + ";\n";
    }

    private static String head(String kind, String name, String comment, List<String> constraints) {
        String list = constraints.isEmpty() ? "" : " (\n    " + String.join(",\n    ", constraints) + "\n)";
        return "CREATE OR REFRESH " + kind + " " + name + list + "\nCOMMENT " + quoted(comment) + "\n";
    }

    /** An expectation is a constraint over the rows of the table of what was found. */
    private List<String> constraints(String table) {
        List<String> constraints = new ArrayList<>();
        if (table.equals(Checks.RESULTS) || table.equals(Checks.CHANGES)) {
            Set<String> here = models.checks().stream()
                    .filter(check -> check.on().stream().anyMatch(name -> name.startsWith("gold_"))
                            == table.equals(Checks.CHANGES))
                    .map(Check::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            models.checks().stream()
                    .filter(check -> here.contains(check.name()))
                    .forEach(check -> {
                        String violation = check.severity() == Check.Severity.FAIL ? " ON VIOLATION FAIL UPDATE" : "";
                        constraints.add("CONSTRAINT " + check.name() + " EXPECT (passed OR expectation <> '"
                                + check.name() + "')" + violation);
                    });
        }
        if (table.equals("silver_stream_updates")) {
            constraints.add("CONSTRAINT viewers_are_counted EXPECT (viewers >= 0) ON VIOLATION DROP ROW");
        }
        return constraints;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
