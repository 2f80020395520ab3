package io.streamgauge.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All models, ordered so that each comes after those that it reads. */
public final class Models {

    /** What the runner itself provides: rows of landing, the snapshots at hand, what was learnt of categories, and the time that is asked for. */
    public static final Set<String> PROVIDED = Set.of(
            "landing",
            "snapshots",
            "horizon",
            "category_facts",
            "target_hours",
            "target_days",
            "target_months",
            "target_periods",
            "target_pieces",
            "target_recent");

    private static final String CHECKS = "checks";
    private static final String ANY = "/models/bronze/bronze_stream_updates.sql";

    private final Map<String, Model> byName;

    private final List<Check> checks;

    private Models(Map<String, Model> byName, List<Check> checks) {
        this.byName = byName;
        this.checks = checks;
    }

    /** The models packed into the jar, which one thread at a time can open. */
    public static synchronized Models packed() {
        URI inside = URI.create(String.valueOf(Models.class.getResource(ANY)));
        try {
            if (!"jar".equals(inside.getScheme())) {
                return in(Path.of(inside).getParent().getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(inside, Map.of())) {
                return in(jar.getPath("/models"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the models in " + inside, e);
        }
    }

    /** The models in a folder, at any depth. */
    public static Models in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Model> models = new ArrayList<>();
            List<Check> checks = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                String name = nameOf(file.getFileName().toString());
                if (file.getParent().endsWith(CHECKS)) {
                    checks.add(Check.parse(name, Files.readString(file)));
                } else {
                    models.add(Model.parse(name, Files.readString(file)));
                }
            }
            return of(models, checks);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the models in " + folder, e);
        }
    }

    /**
     * Orders models.
     *
     * @throws IllegalArgumentException where a name is taken twice, an input is unknown or models read each other
     */
    public static Models of(List<Model> models) {
        return of(models, List.of());
    }

    /** The same with checks, and the tables of what they find among the models. */
    public static Models of(List<Model> models, List<Check> checks) {
        Map<String, Model> unordered = new TreeMap<>();
        for (Model model :
                Stream.concat(models.stream(), Checks.models(checks).stream()).toList()) {
            if (unordered.put(model.name(), model) != null) {
                throw new IllegalArgumentException("Two models are named " + model.name());
            }
        }
        Map<String, Model> ordered = new LinkedHashMap<>();
        unordered.values().forEach(model -> place(model, unordered, ordered, new LinkedHashSet<>()));
        return new Models(ordered, List.copyOf(checks));
    }

    /** The checks, by name. */
    public List<Check> checks() {
        return checks;
    }

    public List<Model> all() {
        return List.copyOf(byName.values());
    }

    public List<Model> of(Unit unit) {
        return byName.values().stream().filter(model -> model.unit() == unit).toList();
    }

    public Model get(String name) {
        Model model = byName.get(name);
        if (model == null) {
            throw new IllegalArgumentException("There is no model " + name + "; there are " + byName.keySet());
        }
        return model;
    }

    /** Whether a model is computed from landing itself, through views or directly. */
    public boolean readsLanding(Model model) {
        return model.inputs().stream()
                .anyMatch(input ->
                        input.equals("landing") || (has(input) && get(input).isView() && readsLanding(get(input))));
    }

    /** The models that are kept and computed from one of these, through others or directly, and these themselves. */
    public Set<String> andWhatReads(Set<String> names) {
        Set<String> reached = new LinkedHashSet<>(names);
        for (Model model : byName.values()) {
            if (model.inputs().stream().anyMatch(reached::contains)) {
                reached.add(model.name());
            }
        }
        reached.removeIf(name -> get(name).isView());
        return reached;
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    private static void place(
            Model model, Map<String, Model> unordered, Map<String, Model> ordered, Set<String> above) {
        if (ordered.containsKey(model.name())) {
            return;
        }
        if (!above.add(model.name())) {
            throw new IllegalArgumentException("Models read each other: " + String.join(" > ", above));
        }
        for (String input : model.inputs()) {
            if (PROVIDED.contains(input)) {
                continue;
            }
            if (!unordered.containsKey(input)) {
                throw new IllegalArgumentException("Model " + model.name() + " reads " + input + ", which is no model");
            }
            place(unordered.get(input), unordered, ordered, above);
        }
        above.remove(model.name());
        ordered.put(model.name(), model);
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".sql".length());
    }
}
