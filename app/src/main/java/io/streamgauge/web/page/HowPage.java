package io.streamgauge.web.page;

import java.util.List;

/**
 * How figures over a period come about.
 *
 * @param snapshots what they were computed from, in sentences
 * @param missing slots in the period of which there is no complete snapshot
 * @param steps what is computed from them, each after what it reads
 */
public record HowPage(
        Layout layout,
        List<Sentence> snapshots,
        List<String> missing,
        String snapshotsHref,
        List<Figure> figures,
        List<Step> steps) {

    /** @param fields where the answer about the snapshots has its figures, with spaces between */
    public record Sentence(String text, String fields) {}

    /** A figure, where it is defined, and the model that computes it. */
    public record Figure(String name, String definitionHref, String model, String modelHref) {}

    /** @param columns each with what it holds */
    public record Step(String name, String description, String inputs, String sql, List<Column> columns) {}

    public record Column(String name, String meaning) {}
}
