package io.streamgauge.analytics;

import java.util.List;

/**
 * A table or a view, and how it comes about.
 *
 * @param description what its rows are
 * @param unit in which steps it is computed: {@code snapshot}, {@code hour}, {@code day}, …, or {@code view}
 * @param grain the columns that tell its rows apart
 * @param inputs what it is computed from
 * @param isKept whether it can be downloaded
 * @param sql the model's text
 */
public record Relation(
        String name,
        String description,
        String unit,
        List<String> grain,
        List<String> inputs,
        boolean isKept,
        List<Column> columns,
        String sql) {

    /** @param meaning what it holds, in words */
    public record Column(String name, String type, String meaning) {}
}
