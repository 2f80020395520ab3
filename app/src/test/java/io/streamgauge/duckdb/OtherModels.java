package io.streamgauge.duckdb;

import io.streamgauge.model.Model;
import io.streamgauge.model.Models;
import java.util.ArrayList;
import java.util.List;

/** The models as a developer has changed them. */
final class OtherModels {

    private OtherModels() {}

    /** All models, a part of one's text replaced. */
    static Models with(String name, String part, String replacement) {
        List<Model> models = new ArrayList<>(own());
        models.replaceAll(model -> {
            if (!model.name().equals(name)) {
                return model;
            }
            if (!model.sql().contains(part)) {
                throw new IllegalArgumentException("There is no '" + part + "' in " + name);
            }
            return new Model(
                    name,
                    model.unit(),
                    model.description(),
                    model.grain(),
                    model.inputs(),
                    model.order(),
                    model.merge(),
                    model.ofPeriodsOver(),
                    model.sql().replace(part, replacement));
        });
        return Models.of(models, Models.packed().checks());
    }

    /** All models and one more. */
    static Models and(String name, String text) {
        List<Model> models = new ArrayList<>(own());
        models.add(Model.parse(name, text));
        return Models.of(models, Models.packed().checks());
    }

    /** All models but some that no other reads. */
    static Models without(String... names) {
        return Models.of(
                own().stream()
                        .filter(model -> !List.of(names).contains(model.name()))
                        .toList(),
                Models.packed().checks());
    }

    /** All models and all checks but one. */
    static Models withoutCheck(String name) {
        return Models.of(
                own(),
                Models.packed().checks().stream()
                        .filter(check -> !check.name().equals(name))
                        .toList());
    }

    private static List<Model> own() {
        return Models.packed().all().stream()
                .filter(model -> !model.name().startsWith("quality_"))
                .toList();
    }
}
