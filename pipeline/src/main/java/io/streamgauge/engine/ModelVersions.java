package io.streamgauge.engine;

import io.streamgauge.lake.ContentHash;
import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The version of each table's model: a hash of its text and of the views that it reads, comments of the header aside. The
 * tables that it reads have versions of their own.
 */
final class ModelVersions {

    private ModelVersions() {}

    static Map<String, String> of(Models models) {
        TreeMap<String, String> versions = new TreeMap<>();
        models.all().stream()
                .filter(model -> !model.isView())
                .forEach(model -> versions.put(
                        model.name(), ContentHash.of(text(models, model).getBytes(StandardCharsets.UTF_8))));
        return versions;
    }

    private static String text(Models models, Model model) {
        String views = model.inputs().stream()
                .filter(input -> models.has(input) && models.get(input).isView())
                .map(input -> text(models, models.get(input)))
                .collect(Collectors.joining());
        return views + model.name() + "\n" + model.unit() + "\n" + model.inputs() + "\n" + model.order() + "\n"
                + model.merge() + "\n" + model.sql() + "\n";
    }
}
